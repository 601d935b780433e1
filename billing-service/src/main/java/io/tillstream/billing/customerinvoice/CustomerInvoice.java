package io.tillstream.billing.customerinvoice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillstream.billing.salecopy.CopiedSale;
import io.tillstream.billing.seller.Seller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was issued, with everything the law wants on it (in the EU: directive 2006/112/EC, article 226).
 * It holds copies of seller and sale, so that what they become later does not change it.
 *
 * @param supplyDate when the goods changed hands
 * @param paid what was handed over less change, and with a deposit before
 * @param due what is still to be paid
 * @param tip in the tenders, but no part of what is invoiced; left out where nobody gave one
 * @param paidBefore with deposits, when the goods were set aside; left out where they were not
 */
record CustomerInvoice(
        UUID id,
        String number,
        Status status,
        String storeId,
        UUID saleId,
        String receipt,
        LocalDate issueDate,
        LocalDate supplyDate,
        Instant issuedAt,
        Party seller,
        BillTo billTo,
        String currency,
        List<Line> lines,
        List<TaxGroup> taxes,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        BigDecimal cashRounding,
        List<Tender> tenders,
        BigDecimal change,
        BigDecimal paid,
        BigDecimal due,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal tip,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal paidBefore) {

    /** A tender that only promises to pay. */
    private static final String ON_ACCOUNT = "ACCOUNT";

    enum Status {
        OPEN,
        PAID
    }

    record Party(String name, PostalAddress address, String taxNumber) {}

    record Line(
            int lineNo,
            String sku,
            String name,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal discount,
            BigDecimal taxRate,
            BigDecimal amount) {}

    record TaxGroup(String category, BigDecimal rate, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    record Tender(String type, BigDecimal amount) {}

    static CustomerInvoice of(
            UUID id,
            InvoiceNumber number,
            Seller seller,
            BillTo billTo,
            CopiedSale sale,
            LocalDate today,
            Instant now) {
        BigDecimal due = sum(sale.tenders().stream()
                .filter(tender -> tender.type().equals(ON_ACCOUNT))
                .map(CopiedSale.Tender::amount)
                .toList());
        return new CustomerInvoice(
                id,
                number.text(),
                due.signum() == 0 ? Status.PAID : Status.OPEN,
                sale.storeId(),
                sale.id(),
                sale.tillId() + "/" + sale.receiptCount(1),
                today,
                sale.businessDate(),
                now,
                party(seller),
                billTo,
                sale.currency(),
                sale.lines().stream().map(CustomerInvoice::line).toList(),
                sale.taxes().stream().map(CustomerInvoice::taxGroup).toList(),
                sum(sale.taxes().stream().map(CopiedSale.TaxGroup::net).toList()),
                sum(sale.taxes().stream().map(CopiedSale.TaxGroup::tax).toList()),
                sale.total(),
                sale.cashRounding(),
                sale.tenders().stream()
                        .map(tender -> new Tender(tender.type(), tender.amount()))
                        .toList(),
                sale.change(),
                sale.total().add(sale.cashRounding()).subtract(due),
                due,
                sale.tip() == null ? null : sale.tip().amount(),
                sale.deposit() == null ? null : sale.deposit().amount().negate());
    }

    private static Party party(Seller seller) {
        PostalAddress address =
                new PostalAddress(seller.street(), seller.postalCode(), seller.city(), seller.country());
        return new Party(seller.name(), address, Objects.requireNonNull(seller.taxNumber()));
    }

    private static Line line(CopiedSale.Line line) {
        return new Line(
                line.lineNo(),
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                line.taxRate(),
                line.amount());
    }

    private static TaxGroup taxGroup(CopiedSale.TaxGroup group) {
        return new TaxGroup(group.category(), group.rate(), group.net(), group.tax(), group.gross());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
