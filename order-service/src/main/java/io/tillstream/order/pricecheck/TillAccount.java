package io.tillstream.order.pricecheck;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.TraceEntry;
import io.tillstream.order.pricing.TraceEntry.Kind;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PromotionShare;
import io.tillstream.order.sale.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the till came to what it charged, told in the kernel's own words from what the document says. It tells what was decided, not
 * what was tried: a document that carried all of it would be a multiple of the sale.
 */
final class TillAccount {

    private final PricedSale sale;
    private final String currency;
    private final List<TraceEntry> entries = new ArrayList<>();

    private TillAccount(PricedSale sale, String currency) {
        this.sale = sale;
        this.currency = currency;
    }

    static List<TraceEntry> of(PricedSale sale, String currency) {
        TillAccount account = new TillAccount(sale, currency);
        Map<Integer, LinePricing> unusual = sale.unusualLines();
        sale.lines().forEach(line -> account.tell(line, unusual.get(line.lineNo())));
        if (sale.pricing().exempt()) {
            sale.lines().forEach(account::tellExempt);
        }
        sale.taxes().forEach(account::tell);
        return account.entries;
    }

    private void tell(SaleLine line, @Nullable LinePricing unusual) {
        String id = Integer.toString(line.lineNo());
        ChargedLine original = sale.broughtBack().get(line.lineNo());
        if (original != null) {
            tellReversed(line, original);
            return;
        }
        boolean kept = line.kind() == LineKind.RETURN;
        String price = kept
                ? "KEPT"
                : unusual == null || unusual.price() == null
                        ? "TAKEN"
                        : unusual.price().name();
        add(Kind.PRICE, price, subject(line), List.of(id), Map.of("price", money(line.unitPrice())));
        BigDecimal byHand = line.discount();
        for (PromotionShare share : sale.promotionsOn(line.lineNo())) {
            byHand = byHand.subtract(share.amount());
            add(
                    Kind.PROMOTION,
                    "APPLIED",
                    share.promotionId().toString(),
                    List.of(id),
                    Map.of("promotion", share.name(), "amount", money(share.amount()), "times", "1"));
        }
        if (byHand.signum() != 0) {
            tellByHand(id, unusual == null ? null : unusual.discount(), byHand);
        }
    }

    private void tellReversed(SaleLine line, ChargedLine original) {
        add(
                Kind.RETURN,
                "REVERSED",
                subject(line),
                List.of(Integer.toString(line.lineNo())),
                Map.of(
                        "quantity", Amounts.quantity(line.quantity().negate()).toPlainString(),
                        "sold", Amounts.quantity(original.sold().quantity()).toPlainString(),
                        "amount", money(line.amount())));
    }

    /** The document has one sum for what was given on the line and the line's share of what was given on the basket. */
    private void tellByHand(String id, @Nullable GivenDiscount onLine, BigDecimal amount) {
        GivenDiscount onBasket = sale.pricing().basketDiscount();
        GivenDiscount given = onLine == null ? onBasket : onBasket == null ? onLine : null;
        String where = onLine == null && onBasket != null ? "BASKET" : "LINE";
        if (given != null && given.percent() != null) {
            Map<String, String> how =
                    Map.of("percent", Amounts.quantity(given.percent()).toPlainString(), "amount", money(amount));
            add(Kind.HAND_DISCOUNT, where + "_PERCENT", "", List.of(id), how);
        } else {
            add(Kind.HAND_DISCOUNT, where + "_AMOUNT", "", List.of(id), Map.of("amount", money(amount)));
        }
    }

    private void tellExempt(SaleLine line) {
        if (!reverses(line)) {
            BigDecimal removed =
                    line.taxAdded() == null ? BigDecimal.ZERO : line.taxAdded().negate();
            add(
                    Kind.TAX,
                    "EXEMPT",
                    line.taxCategory(),
                    List.of(Integer.toString(line.lineNo())),
                    Map.of("removed", money(removed)));
        }
    }

    private boolean reverses(SaleLine line) {
        return sale.broughtBack().containsKey(line.lineNo());
    }

    private void tell(TaxShare tax) {
        List<String> lines = sale.lines().stream()
                .filter(line -> !sale.pricing().exempt() || reverses(line))
                .filter(line -> line.taxCategory().equals(tax.category())
                        && line.taxRate().compareTo(tax.rate()) == 0)
                .map(line -> Integer.toString(line.lineNo()))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        add(
                Kind.TAX,
                "INCLUDED",
                tax.category(),
                lines,
                Map.of(
                        "category", tax.category(),
                        "rate", Amounts.quantity(tax.rate()).toPlainString(),
                        "base", money(tax.gross()),
                        "tax", money(tax.tax())));
    }

    private void add(Kind kind, String code, String subject, List<String> lines, Map<String, String> parameters) {
        entries.add(new TraceEntry(kind, code, subject, lines, parameters));
    }

    private String money(BigDecimal amount) {
        return LineComparison.money(amount, currency);
    }

    private static String subject(SaleLine line) {
        return line.productId() == null ? line.sku() : line.productId().toString();
    }
}
