package io.tillstream.order.sale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.order.amount.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sale. {@code amount} is what is paid for it: {@code quantity x unitPrice - discount}, rounded to the currency, plus
 * {@code taxAdded}. On a return line quantity and amount are zero or negative. What a till does not know, or what is usual, is left out:
 * the fingerprint of a document is made of what it says.
 *
 * @param tax all taxes of the line, within its amount; null: the till did not say
 * @param taxAdded what the price does not hold and is paid on top, or (less than zero) what an exempt customer does not pay of it
 * @param taxParts what {@code tax} is made of, where that is more than one tax
 * @param note a word that stands on the receipt
 * @param comeBack of goods that come back; an older till does not ask
 */
public record SaleLine(
        int lineNo,
        LineKind kind,
        @Nullable UUID productId,
        String sku,
        String name,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal discount,
        String taxCategory,
        BigDecimal taxRate,
        BigDecimal amount,
        @Nullable ReturnOf returnOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal tax,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal taxAdded,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TaxPart> taxParts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Batch batch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ComeBack comeBack) {

    /** One of several taxes on a line, its rate in percent. */
    public record TaxPart(String component, BigDecimal rate, BigDecimal tax) {}

    /** What prices hold of the amount: all of it, unless tax came on top or was not paid. */
    public BigDecimal amountAsPriced() {
        return taxAdded == null ? amount : amount.subtract(taxAdded);
    }

    /** Each tax of a line that says its tax. */
    public List<TaxPart> eachTax() {
        return taxParts != null ? taxParts : tax == null ? List.of() : List.of(new TaxPart(taxCategory, taxRate, tax));
    }

    /** With the decimals that numbers have on paper. */
    public SaleLine writtenIn(String currency) {
        return new SaleLine(
                lineNo,
                kind,
                productId,
                sku,
                name,
                Amounts.quantity(quantity),
                Amounts.written(unitPrice, currency),
                Amounts.written(discount, currency),
                taxCategory,
                Amounts.percent(taxRate),
                Amounts.written(amount, currency),
                returnOf,
                tax == null ? null : Amounts.written(tax, currency),
                taxAdded == null ? null : Amounts.written(taxAdded, currency),
                taxParts,
                batch,
                note,
                comeBack);
    }
}
