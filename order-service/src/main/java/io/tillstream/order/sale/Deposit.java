package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a customer has with us for goods that were set aside: neither revenue nor taxed until the goods leave. It stands in a
 * document without lines where it is taken or given back, and in the sale of the goods where it pays for them.
 *
 * @param amount what the tenders hold for it: more than zero where it is taken, less where it pays or goes back
 * @param agreedTotal what the goods come to that were set aside
 * @param balance what is left of all deposits for them after this document, as far as its till knew
 * @param reason why it goes back, a word of the till's list
 * @param setAside only in the first document of a layaway
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deposit(
        UUID layawayId,
        Kind kind,
        BigDecimal amount,
        BigDecimal agreedTotal,
        BigDecimal balance,
        @Nullable String reason,
        @Nullable SetAside setAside) {

    /** What happens to it in a document. */
    public enum Kind {
        TAKEN,
        APPLIED,
        REFUNDED;

        int sign() {
            return this == TAKEN ? 1 : -1;
        }
    }
}
