package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.FixedPrice;
import io.tillstream.order.pricing.BasketToPrice.HandDiscount;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line while it is priced. */
final class GoodsLine {

    private static final Comparator<GoodsLine> CANONICAL = Comparator.comparing(
                    (GoodsLine goods) -> goods.line.product())
            .thenComparing(GoodsLine::unitPrice)
            .thenComparing(goods -> goods.line.quantity())
            .thenComparing(goods -> kindOf(goods.line.fixedPrice()))
            .thenComparing(goods -> goods.line.discount(), GoodsLine::compareHandDiscounts);

    private final LineToPrice line;
    private final int position;
    private final PriceBook.PricedProduct product;
    private final BigDecimal unitPrice;
    private final BigDecimal base;
    private final List<Portion> portions = new ArrayList<>();
    private final List<LineDiscount> discounts = new ArrayList<>();

    /** {@code position} is its place in the basket. */
    GoodsLine(LineToPrice line, int position, PriceBook.PricedProduct product, BigDecimal unitPrice, BigDecimal base) {
        this.line = line;
        this.position = position;
        this.product = product;
        this.unitPrice = unitPrice;
        this.base = base;
        portions.add(new Portion(this, line.quantity(), base));
    }

    LineToPrice line() {
        return line;
    }

    int position() {
        return position;
    }

    PriceBook.PricedProduct product() {
        return product;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    BigDecimal base() {
        return base;
    }

    List<Portion> portions() {
        return List.copyOf(portions);
    }

    List<LineDiscount> discounts() {
        return List.copyOf(discounts);
    }

    boolean isSold() {
        return line.quantity().signum() > 0;
    }

    /** A price set by hand stands: promotions on the line leave it alone. */
    boolean isPricedByHand() {
        return isFixedAs(FixedPrice.Kind.OVERRIDE) || isFixedAs(FixedPrice.Kind.OPEN);
    }

    /** What was agreed on before stands against every promotion. */
    boolean isAgreed() {
        return isFixedAs(FixedPrice.Kind.AGREED);
    }

    private boolean isFixedAs(FixedPrice.Kind kind) {
        return line.fixedPrice() != null && line.fixedPrice().kind() == kind;
    }

    boolean isCountedInPieces() {
        return !product.weighed() && line.quantity().stripTrailingZeros().scale() <= 0;
    }

    BigDecimal amount() {
        return Portion.worth(portions);
    }

    /** Lowers the given portions of this line by {@code discount} in all, in proportion to what they still cost. */
    void takeOff(List<Portion> lowered, BigDecimal discount, LineDiscount.Source source, String id, int minorDigits) {
        if (discount.signum() == 0) {
            return;
        }
        if (lowered.size() == 1) {
            lowered.getFirst().lower(discount);
        } else {
            List<BigDecimal> parts = Allocation.share(
                    discount, lowered.stream().map(Portion::amount).toList(), minorDigits);
            for (int i = 0; i < parts.size(); i++) {
                lowered.get(i).lower(parts.get(i));
            }
        }
        note(source, id, discount);
    }

    /** Splits {@code pieces} worth {@code worth} off a portion of this line. */
    Portion split(Portion from, BigDecimal pieces, BigDecimal worth) {
        if (pieces.compareTo(from.quantity()) == 0) {
            return from;
        }
        Portion part = from.split(pieces, worth);
        portions.add(part);
        return part;
    }

    private void note(LineDiscount.Source source, String id, BigDecimal discount) {
        for (int i = 0; i < discounts.size(); i++) {
            LineDiscount known = discounts.get(i);
            if (known.source() == source && known.id().equals(id)) {
                discounts.set(i, new LineDiscount(source, id, known.amount().add(discount)));
                return;
            }
        }
        discounts.add(new LineDiscount(source, id, discount));
    }

    /**
     * An order that depends on what lines are, never on when they were scanned: wherever one of several lines has to be first, this
     * order decides. Lines that compare equal are alike in everything that matters.
     */
    static List<GoodsLine> inCanonicalOrder(List<GoodsLine> lines) {
        return lines.stream().sorted(CANONICAL).toList();
    }

    static List<GoodsLine> inBasketOrder(List<GoodsLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparingInt(GoodsLine::position))
                .toList();
    }

    static List<String> idsOf(List<GoodsLine> lines) {
        return inBasketOrder(lines).stream().map(goods -> goods.line.id()).toList();
    }

    private static String kindOf(@Nullable FixedPrice price) {
        return price == null ? "" : price.kind().name();
    }

    /** Lines without a hand discount first, then those with an amount, then those with a percentage. */
    private static int compareHandDiscounts(@Nullable HandDiscount a, @Nullable HandDiscount b) {
        int byKind = Integer.compare(rankOf(a), rankOf(b));
        return byKind != 0 ? byKind : sizeOf(a).compareTo(sizeOf(b));
    }

    private static int rankOf(@Nullable HandDiscount discount) {
        return discount == null ? 0 : discount.percent() == null ? 1 : 2;
    }

    private static BigDecimal sizeOf(@Nullable HandDiscount discount) {
        if (discount == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal size = discount.percent() == null ? discount.amount() : discount.percent();
        return size == null ? BigDecimal.ZERO : size;
    }
}
