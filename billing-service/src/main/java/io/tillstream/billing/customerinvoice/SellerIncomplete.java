package io.tillstream.billing.customerinvoice;

import io.tillstream.platform.web.Failure;

/** An invoice must name its seller with address and tax number. */
final class SellerIncomplete extends Failure {
    SellerIncomplete(String storeId) {
        super(
                Kind.CONFLICT,
                "seller-incomplete",
                "Store \"" + storeId
                        + "\" has no full address or no tax number, and an invoice without them is not valid."
                        + " Ask a manager to complete the store, then send this request again.");
    }
}
