package io.tillstream.order.pricecheck;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line, as the till charged it and as the price book has it. Without the latter it was not in the book, or nothing of the sale
 * could be priced.
 */
record LineComparison(
        SaleLine line, LineFigures charged, @Nullable LineFigures computed, boolean inBook) {

    boolean differs() {
        return !inBook || (computed != null && !charged.agreesWith(computed));
    }

    /** In words for the manager. */
    String difference(String currency) {
        String sku = line.sku();
        if (!inBook || computed == null) {
            return "%s: the till charged %s, the price book has no price for it."
                    .formatted(sku, money(charged.amount(), currency));
        }
        if (line.kind() == LineKind.RETURN && charged.amount().compareTo(computed.amount()) != 0) {
            return "%s: the till gave back %s; what was charged for it comes to %s."
                    .formatted(
                            sku,
                            money(charged.amount().negate(), currency),
                            money(computed.amount().negate(), currency));
        }
        if (charged.amount().compareTo(computed.amount()) != 0) {
            return "%s: the till charged %s, the price book says %s.%s"
                    .formatted(
                            sku, money(charged.amount(), currency), money(computed.amount(), currency), each(currency));
        }
        if (!charged.taxedAs().sameAs(computed.taxedAs())) {
            return "%s was taxed as %s at %s %%, the price book says %s at %s %%."
                    .formatted(
                            sku,
                            charged.taxedAs().category(),
                            plain(charged.taxedAs().rate()),
                            computed.taxedAs().category(),
                            plain(computed.taxedAs().rate()));
        }
        if (charged.tax() != null && computed.tax() != null && !charged.sameTaxAs(computed)) {
            return "%s: of %s the till says that %s is tax; it comes to %s."
                    .formatted(
                            sku,
                            money(charged.amount(), currency),
                            money(charged.tax(), currency),
                            money(computed.tax(), currency));
        }
        return "%s: the till charged %s as the price book does, but not for the same reasons: %s, not %s."
                .formatted(
                        sku,
                        money(charged.amount(), currency),
                        reasons(charged, currency),
                        reasons(computed, currency));
    }

    private String each(String currency) {
        return computed == null || charged.unitPrice().compareTo(computed.unitPrice()) == 0
                ? ""
                : " The price of one is %s, not %s."
                        .formatted(money(computed.unitPrice(), currency), money(charged.unitPrice(), currency));
    }

    private static String reasons(LineFigures figures, String currency) {
        String price = "a price of " + money(figures.unitPrice(), currency);
        return figures.promotions().isEmpty()
                ? price
                : price + " and "
                        + figures.promotions().stream()
                                .map(taken -> money(taken.amount(), currency) + " off by “" + taken.name() + "”")
                                .collect(Collectors.joining(", "));
    }

    static String money(BigDecimal amount, String currency) {
        return Amounts.written(amount, currency).toPlainString();
    }

    static String plain(BigDecimal percent) {
        return Amounts.quantity(percent).toPlainString();
    }
}
