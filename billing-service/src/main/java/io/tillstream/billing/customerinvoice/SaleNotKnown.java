package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** The sale has not reached billing. */
final class SaleNotKnown extends Failure {
    SaleNotKnown(UUID saleId) {
        super(
                Kind.NOT_FOUND,
                "sale-not-known",
                "Sale " + saleId
                        + " has not arrived here. A sale arrives within seconds after its till has sent it, so if the till"
                        + " was offline let it synchronise, then send this request again. Otherwise check the sale's id.");
    }
}
