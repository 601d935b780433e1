package io.tillstream.billing.salecopy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an invoice needs of {@code order.sale-completed.v1}; prices and amounts include tax. */
public record CopiedSale(
        UUID id,
        String documentType,
        String storeId,
        String tillId,
        long receiptNumber,
        LocalDate businessDate,
        String currency,
        @Nullable String externalReference,
        List<Line> lines,
        List<TaxGroup> taxes,
        BigDecimal total,
        BigDecimal cashRounding,
        List<Tender> tenders,
        BigDecimal change,
        @Nullable Tip tip,
        @Nullable Deposit deposit) {

    private static final long SERIES = 1_000_000_000;

    /** A sold thing; negative when it came back. */
    public record Line(
            int lineNo,
            String kind,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            String taxCategory,
            BigDecimal taxRate,
            BigDecimal amount) {}

    /** The part of the total that one tax rate (in percent) applies to. */
    public record TaxGroup(String category, BigDecimal rate, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    /** In the tenders, but no part of what was sold. */
    public record Tip(BigDecimal amount) {}

    /** Owed to the customer for goods that were set aside; less than zero where it pays for them or goes back. */
    public record Deposit(BigDecimal amount) {}

    /** Money handed over. */
    public record Tender(String type, BigDecimal amount) {}

    /**
     * The receipt number as it is printed: 000017, or 000017.2 when the till's second device gave it.
     *
     * @param digits at least so many, filled with zeros
     */
    public String receiptCount(int digits) {
        String count = ("%0" + digits + "d").formatted(receiptNumber % SERIES);
        return receiptNumber < SERIES ? count : count + "." + receiptNumber / SERIES;
    }

    /** True when nothing was sold in it: a deposit was taken or given back. */
    public boolean isDepositAlone() {
        return lines.isEmpty();
    }

    /** True when something came back in it. */
    public boolean holdsReturns() {
        return lines.stream().anyMatch(line -> line.kind().equals("RETURN"));
    }
}
