package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.ChargedFigures;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.BasketToPrice.Coupon;
import io.tillstream.order.pricing.BasketToPrice.HandDiscount;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PricingFailure.Code;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one price book and one basket may hold. Whatever else comes in is refused by name before anything is computed. */
final class InputRules {

    private static final int MOST_LINES = 1000;
    private static final int MOST_COUPONS = 50;
    private static final int MOST_STORES = 10_000;
    private static final int MOST_PRICE_LISTS = 1000;
    private static final int MOST_PROMOTIONS = 5000;
    private static final int MOST_TAX_COMPONENTS = 5;
    private static final int MOST_SET_PIECES = 100;
    private static final BigDecimal AMOUNT_LIMIT = new BigDecimal("100000000000");
    private static final BigDecimal QUANTITY_LIMIT = new BigDecimal("1000000000");
    private static final int AMOUNT_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 3;
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000");

    private InputRules() {}

    static void check(PriceBook book) {
        refuse(book.minorDigits() < 0 || book.minorDigits() > 4, Code.MINOR_DIGITS_OUT_OF_RANGE, book.currency());
        if (book.cashRounding() != null) {
            BigDecimal step = book.cashRounding().step();
            refuse(step.signum() <= 0 || finerThan(step, book.minorDigits()), Code.CASH_STEP_UNUSABLE, book.currency());
        }
        checkIds("stores", book.stores(), PriceBook.PricingStore::id, MOST_STORES);
        checkIds("priceLists", book.priceLists(), PriceList::id, MOST_PRICE_LISTS);
        checkIds("promotions", book.promotions(), Promotion::id, MOST_PROMOTIONS);
        checkIds("products", book.products(), PriceBook.PricedProduct::id, Integer.MAX_VALUE);
        checkIds("taxCategories", book.taxCategories(), PriceBook.TaxCategory::id, Integer.MAX_VALUE);
        book.taxCategories().forEach(InputRules::checkTaxCategory);
        Set<String> categories =
                book.taxCategories().stream().map(PriceBook.TaxCategory::id).collect(Collectors.toSet());
        for (PriceBook.PricedProduct product : book.products()) {
            refuse(!categories.contains(product.taxCategory()), Code.UNKNOWN_TAX_CATEGORY, product.id());
        }
        book.priceLists().forEach(InputRules::checkPriceList);
        book.promotions().forEach(InputRules::checkPromotion);
    }

    static void check(BasketToPrice basket, int minorDigits) {
        refuse(basket.lines().size() > MOST_LINES, Code.TOO_MANY, "lines");
        refuse(basket.coupons().size() > MOST_COUPONS, Code.TOO_MANY, "coupons");
        Set<String> codes = new HashSet<>();
        for (Coupon coupon : basket.coupons()) {
            refuse(!codes.add(coupon.code()), Code.COUPON_TWICE, coupon.code());
        }
        checkHandDiscount(basket.discount(), "basket", minorDigits);
        Set<String> ids = new HashSet<>();
        for (LineToPrice line : basket.lines()) {
            refuse(!ids.add(line.id()), Code.DUPLICATE_ID, line.id());
            checkLine(line, minorDigits);
        }
    }

    private static void checkLine(LineToPrice line, int minorDigits) {
        refuse(line.quantity().signum() == 0, Code.QUANTITY_ZERO, line.id());
        checkQuantity(line.quantity(), line.id());
        if (line.fixedPrice() != null) {
            checkPrice(line.fixedPrice().unitPrice(), line.id());
        }
        checkHandDiscount(line.discount(), line.id(), minorDigits);
        ChargedLine original = line.original();
        if (original != null) {
            refuse(line.quantity().signum() > 0, Code.RETURN_NOT_NEGATIVE, line.id());
            BigDecimal back = original.returned().quantity().subtract(line.quantity());
            refuse(back.compareTo(original.sold().quantity()) > 0, Code.RETURN_EXCEEDS_SOLD, line.id());
            checkFigures(original.sold(), line.id());
            checkFigures(original.returned(), line.id());
        }
    }

    private static void checkFigures(ChargedFigures figures, String id) {
        List<BigDecimal> amounts = Stream.concat(
                        Stream.of(figures.base(), figures.amount(), figures.gross()),
                        figures.taxes().stream().map(PricedBasket.LineTax::tax))
                .toList();
        amounts.forEach(amount -> refuse(amount.signum() < 0, Code.PRICE_NEGATIVE, id));
        amounts.forEach(amount -> checkAmount(amount, id));
    }

    /** An amount off is real money: whole minor units. */
    private static void checkHandDiscount(@Nullable HandDiscount discount, String id, int minorDigits) {
        if (discount == null) {
            return;
        }
        if (discount.percent() != null) {
            checkPercent(discount.percent(), id);
        } else if (discount.amount() != null) {
            refuse(discount.amount().signum() < 0, Code.DISCOUNT_NEGATIVE, id);
            checkAmount(discount.amount(), id);
            refuse(finerThan(discount.amount(), minorDigits), Code.TOO_FINE, id);
        }
    }

    private static void checkTaxCategory(PriceBook.TaxCategory category) {
        checkIds(category.id(), category.components(), PriceBook.TaxComponent::id, MOST_TAX_COMPONENTS);
        category.components().stream()
                .flatMap(component -> component.rates().stream())
                .forEach(rate -> refuse(
                        rate.rate().signum() < 0 || rate.rate().compareTo(HIGHEST_RATE) > 0,
                        Code.PERCENT_OUT_OF_RANGE,
                        category.id()));
    }

    private static void checkPriceList(PriceList list) {
        checkPeriod(list.validFrom(), list.validUntil(), list.id());
        for (PriceList.ListedPrice price : list.prices()) {
            checkPrice(price.price(), price.product());
            refuse(price.minimumQuantity().signum() < 0, Code.QUANTITY_ZERO, price.product());
            checkPeriod(price.validFrom(), price.validUntil(), price.product());
        }
    }

    private static void checkPromotion(Promotion promotion) {
        checkPeriod(promotion.window().from(), promotion.window().until(), promotion.id());
        for (int day : promotion.window().weekdays()) {
            refuse(day < 1 || day > 7, Code.NOT_A_DATE, promotion.id());
        }
        if (promotion.percent() != null) {
            checkPercent(promotion.percent(), promotion.id());
        }
        Stream.of(promotion.amount(), promotion.price(), promotion.minimumAmount())
                .filter(amount -> amount != null)
                .forEach(amount -> checkPrice(amount, promotion.id()));
        refuse(!isComplete(promotion), Code.PROMOTION_INCOMPLETE, promotion.id());
        for (Promotion.SetPart part : promotion.parts()) {
            refuse(part.pieces() > MOST_SET_PIECES, Code.TOO_MANY, promotion.id());
        }
    }

    /** What a kind needs, and nothing that would contradict it. */
    private static boolean isComplete(Promotion promotion) {
        boolean percent = promotion.percent() != null;
        boolean amountOnly = promotion.amount() != null && !percent;
        boolean priceOnly = promotion.price() != null && !percent;
        int parts = promotion.parts().size();
        boolean kindHasItsTerms = switch (promotion.kind()) {
            case LINE_PERCENT, BASKET_PERCENT -> percent && parts == 0;
            case LINE_AMOUNT, BASKET_AMOUNT -> amountOnly && parts == 0;
            case BUY_X_GET_Y -> percent && parts == 2;
            case CHEAPEST_FREE ->
                percent && parts == 1 && promotion.parts().getFirst().pieces() > 1;
            case BUNDLE -> priceOnly && parts > 0;
            case MIX_AND_MATCH -> priceOnly && parts == 1;
        };
        return kindHasItsTerms
                && (promotion.maximumUses() == null || promotion.maximumUses() > 0)
                && promotion.parts().stream().allMatch(part -> part.pieces() > 0);
    }

    private static void checkPeriod(@Nullable LocalDateTime from, @Nullable LocalDateTime until, String id) {
        refuse(from != null && until != null && !from.isBefore(until), Code.WINDOW_ENDS_BEFORE_IT_STARTS, id);
    }

    private static <T> void checkIds(String what, List<T> things, Function<T, String> idOf, int most) {
        refuse(things.size() > most, Code.TOO_MANY, what);
        Set<String> ids = new HashSet<>();
        for (T thing : things) {
            refuse(!ids.add(idOf.apply(thing)), Code.DUPLICATE_ID, idOf.apply(thing));
        }
    }

    private static void checkPrice(BigDecimal price, String id) {
        refuse(price.signum() < 0, Code.PRICE_NEGATIVE, id);
        checkAmount(price, id);
    }

    private static void checkAmount(BigDecimal amount, String id) {
        refuse(amount.compareTo(AMOUNT_LIMIT) >= 0, Code.TOO_LARGE, id);
        refuse(finerThan(amount, AMOUNT_DECIMALS), Code.TOO_FINE, amount.toPlainString());
    }

    private static void checkQuantity(BigDecimal quantity, String id) {
        refuse(quantity.abs().compareTo(QUANTITY_LIMIT) >= 0, Code.TOO_LARGE, id);
        refuse(finerThan(quantity, QUANTITY_DECIMALS), Code.TOO_FINE, quantity.toPlainString());
    }

    private static void checkPercent(BigDecimal percent, String id) {
        refuse(percent.signum() < 0 || percent.compareTo(HUNDRED) > 0, Code.PERCENT_OUT_OF_RANGE, id);
    }

    private static boolean finerThan(BigDecimal value, int decimals) {
        return value.stripTrailingZeros().scale() > decimals;
    }

    private static void refuse(boolean wrong, Code code, String subject) {
        if (wrong) {
            throw new PricingFailure(code, subject);
        }
    }
}
