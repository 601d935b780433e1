package io.tillstream.order.pricing;

import io.tillstream.order.pricing.PricedBasket.LineDiscount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes sets while there are goods for one: part after part, always the dearest pieces first, by unit price and then in canonical
 * order. A piece belongs to one set only. The discount is a percentage off the rewarded pieces or what the set costs more than its
 * price; it is shared out by what the pieces cost.
 */
final class SetPromotion {

    /** Most sets that one promotion makes of a basket. */
    static final int MOST_SETS = 1000;

    private record Part(Promotion.PromotionTarget target, int pieces, boolean reward) {}

    /** Pieces of one portion that are meant for a set; a reward is what the customer gets for having bought the others. */
    private record Piece(Portion portion, BigDecimal quantity, BigDecimal amount, boolean reward) {}

    private record Left(BigDecimal quantity, BigDecimal amount) {}

    private final Promotion promotion;
    private final Rounding rounding;
    private final List<Part> parts;
    private final List<List<Portion>> pools;

    private SetPromotion(Promotion promotion, List<Portion> free, Rounding rounding) {
        this.promotion = promotion;
        this.rounding = rounding;
        this.parts = partsOf(promotion);
        List<Portion> dearestFirst = free.stream()
                .sorted(Comparator.comparing(
                        (Portion portion) -> portion.line().unitPrice(), Comparator.reverseOrder()))
                .toList();
        this.pools = parts.stream()
                .map(part -> dearestFirst.stream()
                        .filter(portion -> part.target().aimsAt(portion.line().product()))
                        .toList())
                .toList();
    }

    static Outcome apply(Promotion promotion, List<Portion> free, int usesLeft, Rounding rounding) {
        SetPromotion sets = new SetPromotion(promotion, free, rounding);
        int most =
                Math.min(Math.min(usesLeft, MOST_SETS), Objects.requireNonNullElse(promotion.maximumUses(), MOST_SETS));
        for (int times = 0; times < most; times++) {
            List<Piece> set = sets.next();
            BigDecimal discount = set == null ? BigDecimal.ZERO : sets.savingOf(set);
            if (set == null || discount.signum() <= 0) {
                return times > 0
                        ? Outcome.applied(times)
                        : Outcome.refused(set == null ? "NOT_ENOUGH_GOODS" : "NO_SAVING");
            }
            sets.take(set, discount);
        }
        return Outcome.applied(most);
    }

    /** The cheapest of N is free: N - 1 are bought, and dearest first makes the last one the cheapest. */
    private static List<Part> partsOf(Promotion promotion) {
        if (promotion.kind() == Promotion.Kind.CHEAPEST_FREE) {
            Promotion.SetPart only = promotion.parts().getFirst();
            return List.of(new Part(only.target(), only.pieces() - 1, false), new Part(only.target(), 1, true));
        }
        boolean rewards = promotion.kind() == Promotion.Kind.BUY_X_GET_Y;
        List<Part> parts = new ArrayList<>();
        for (Promotion.SetPart part : promotion.parts()) {
            parts.add(new Part(part.target(), part.pieces(), !rewards || parts.size() == 1));
        }
        return parts;
    }

    /** Picks the pieces of one set without touching anything yet. */
    private @Nullable List<Piece> next() {
        List<Piece> set = new ArrayList<>();
        Map<Portion, Left> lefts = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            BigDecimal wanted = BigDecimal.valueOf(part.pieces());
            for (Portion portion : pools.get(i)) {
                Left left = lefts.getOrDefault(portion, new Left(portion.quantity(), portion.amount()));
                if (wanted.signum() == 0) {
                    break;
                }
                if (portion.isInSet() || left.quantity().signum() == 0) {
                    continue;
                }
                BigDecimal pieces = Decimals.lesser(left.quantity(), wanted);
                BigDecimal amount = pieces.compareTo(left.quantity()) == 0
                        ? left.amount()
                        : rounding.quotient(left.amount().multiply(pieces), left.quantity());
                set.add(new Piece(portion, pieces, amount, part.reward()));
                lefts.put(
                        portion,
                        new Left(left.quantity().subtract(pieces), left.amount().subtract(amount)));
                wanted = wanted.subtract(pieces);
            }
            if (wanted.signum() > 0) {
                return null;
            }
        }
        return set;
    }

    private BigDecimal savingOf(List<Piece> set) {
        BigDecimal rewarded = Decimals.sum(
                set.stream().filter(Piece::reward).map(Piece::amount).toList());
        return promotion.percent() == null
                ? rounding.times(
                        rewarded.subtract(Objects.requireNonNullElse(promotion.price(), BigDecimal.ZERO)),
                        BigDecimal.ONE)
                : rounding.percentOf(rewarded, promotion.percent());
    }

    private void take(List<Piece> set, BigDecimal discount) {
        List<BigDecimal> amounts =
                set.stream().filter(Piece::reward).map(Piece::amount).toList();
        List<BigDecimal> discounts = Allocation.share(discount, amounts, rounding.minorDigits());
        int rewarded = 0;
        for (Piece piece : set) {
            GoodsLine line = piece.portion().line();
            Portion taken = line.split(piece.portion(), piece.quantity(), piece.amount());
            taken.markInSet();
            taken.markTouched(promotion);
            if (piece.reward()) {
                line.takeOff(
                        List.of(taken),
                        discounts.get(rewarded++),
                        LineDiscount.Source.PROMOTION,
                        promotion.id(),
                        rounding.minorDigits());
            }
        }
    }
}
