package io.tillstream.order.pricing;

import io.tillstream.order.pricing.BasketToPrice.FixedPrice;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PricedBasket.CashTotal;
import io.tillstream.order.pricing.PricedBasket.CouponUse;
import io.tillstream.order.pricing.PricedBasket.PricedLine;
import io.tillstream.order.pricing.ReturnRule.ReversedLine;
import io.tillstream.order.pricing.TaxRule.TaxedAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prices baskets with one price book: unit prices, promotions on lines, discounts by hand, promotions on the basket, tax, cash
 * rounding, in this order. Pure: the same book and basket always give the same figures and the same trace, here and in the console.
 * Bad input is a {@link PricingFailure}.
 */
public final class PricingKernel {

    private final PriceBook book;
    private final Rounding rounding;
    private final Map<String, PriceBook.PricingStore> stores;
    private final Map<String, PriceBook.PricedProduct> products;
    private final Map<String, PriceBook.TaxCategory> taxCategories;
    private final PriceSelection prices;
    private final PromotionIndex linePromotions;
    private final PromotionIndex basketPromotions;

    /** Checks and indexes the book once for all baskets. */
    public PricingKernel(PriceBook book) {
        InputRules.check(book);
        this.book = book;
        this.rounding = new Rounding(book.minorDigits(), book.roundingMode());
        this.stores = byId(book.stores(), PriceBook.PricingStore::id);
        this.products = byId(book.products(), PriceBook.PricedProduct::id);
        this.taxCategories = byId(book.taxCategories(), PriceBook.TaxCategory::id);
        this.prices = new PriceSelection(book.priceLists());
        this.linePromotions = indexOf(book, Predicate.not(Promotion::isForBasket));
        this.basketPromotions = indexOf(book, Promotion::isForBasket);
    }

    /** Money in whole minor units of the book's currency. */
    public PricedBasket price(BasketToPrice basket) {
        InputRules.check(basket, book.minorDigits());
        PriceBook.PricingStore store = stores.get(basket.store());
        if (store == null) {
            throw new PricingFailure(PricingFailure.Code.UNKNOWN_STORE, basket.store());
        }
        Trace trace = new Trace(book.minorDigits());
        List<GoodsLine> sold = new ArrayList<>();
        List<ReversedLine> returned = new ArrayList<>();
        open(basket, trace, sold, returned);
        List<GoodsLine> canonical = GoodsLine.inCanonicalOrder(sold);

        List<CouponUse> coupons = discount(basket, sold, canonical, trace);

        Taxation taxation = new Taxation(book, rounding, trace);
        taxation.charge(canonical, store, basket.at().toLocalDate(), basket.taxExempt(), taxCategories);
        List<PricedLine> lines = inOrder(sold, returned, taxation);
        BigDecimal net = Decimals.sum(lines.stream().map(PricedLine::net).toList());
        BigDecimal total = Decimals.sum(lines.stream().map(PricedLine::gross).toList());
        CashTotal cash = cashTotal(total, trace);
        return new PricedBasket(
                lines, taxation.groups(returned), net, total.subtract(net), total, cash, coupons, trace.entries());
    }

    /** Gives every line its unit price, or takes back what it was charged. */
    private void open(BasketToPrice basket, Trace trace, List<GoodsLine> sold, List<ReversedLine> returned) {
        ReturnRule returns = new ReturnRule(book.taxMode(), rounding, trace);
        Map<String, BigDecimal> quantities = PriceSelection.quantitiesAtListPrice(basket.lines());
        for (int position = 0; position < basket.lines().size(); position++) {
            LineToPrice line = basket.lines().get(position);
            if (line.original() != null) {
                returned.add(returns.reverse(line, position, line.original()));
                continue;
            }
            PriceBook.PricedProduct product = products.get(line.product());
            if (product == null) {
                throw new PricingFailure(PricingFailure.Code.UNKNOWN_PRODUCT, line.product());
            }
            BigDecimal unitPrice = unitPriceOf(line, PriceSelection.quantityForBreak(line, quantities), basket, trace);
            sold.add(new GoodsLine(line, position, product, unitPrice, rounding.times(unitPrice, line.quantity())));
        }
    }

    private BigDecimal unitPriceOf(LineToPrice line, BigDecimal quantity, BasketToPrice basket, Trace trace) {
        FixedPrice fixed = line.fixedPrice();
        if (fixed != null) {
            trace.add(
                    TraceEntry.Kind.PRICE,
                    fixed.kind().name(),
                    line.product(),
                    List.of(line.id()),
                    Map.of("price", trace.money(fixed.unitPrice())));
            return fixed.unitPrice();
        }
        BigDecimal listed = prices.find(line, quantity, basket, trace);
        if (listed == null) {
            throw new PricingFailure(PricingFailure.Code.NO_PRICE, line.product());
        }
        return listed;
    }

    private List<CouponUse> discount(
            BasketToPrice basket, List<GoodsLine> sold, List<GoodsLine> canonical, Trace trace) {
        PromotionRound promotions = new PromotionRound(rounding, basket, trace);
        HandDiscounts byHand = new HandDiscounts(rounding, trace);
        List<GoodsLine> goods = canonical.stream()
                .filter(line -> line.isSold() && !line.isAgreed())
                .toList();
        promotions.run(
                linePromotions,
                goods.stream().filter(line -> !line.isPricedByHand()).toList());
        byHand.applyToLines(sold);
        promotions.run(basketPromotions, goods);
        byHand.applyToBasket(basket.discount(), canonical);
        return promotions.closeCoupons();
    }

    private CashTotal cashTotal(BigDecimal total, Trace trace) {
        PriceBook.CashRounding coins = book.cashRounding();
        if (coins == null) {
            return new CashTotal(total, BigDecimal.ZERO);
        }
        BigDecimal cash = Rounding.toStep(total, coins.step(), coins.mode());
        BigDecimal difference = cash.subtract(total);
        trace.add(
                TraceEntry.Kind.CASH,
                difference.signum() == 0 ? "EXACT" : "ROUNDED",
                "",
                List.of(),
                Map.of(
                        "step", trace.money(coins.step()),
                        "total", trace.money(total),
                        "cash", trace.money(cash),
                        "difference", trace.money(difference)));
        return new CashTotal(cash, difference);
    }

    private static List<PricedLine> inOrder(List<GoodsLine> sold, List<ReversedLine> returned, Taxation taxation) {
        Map<Integer, PricedLine> placed = new TreeMap<>();
        returned.forEach(each -> placed.put(each.position(), each.line()));
        for (GoodsLine goods : sold) {
            TaxedAmount taxed = taxation.of(goods);
            placed.put(
                    goods.position(),
                    new PricedLine(
                            goods.line().id(),
                            goods.unitPrice(),
                            goods.base(),
                            goods.discounts(),
                            goods.amount(),
                            taxed.net(),
                            taxed.gross(),
                            taxed.taxes()));
        }
        return List.copyOf(placed.values());
    }

    private static PromotionIndex indexOf(PriceBook book, Predicate<Promotion> which) {
        return new PromotionIndex(book.promotions().stream().filter(which).toList());
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, HashMap::new));
    }
}
