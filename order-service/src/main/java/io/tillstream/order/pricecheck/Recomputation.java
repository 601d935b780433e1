package io.tillstream.order.pricecheck;

import io.tillstream.order.pricebook.KnownFacts;
import io.tillstream.order.pricebook.PricedStore;
import io.tillstream.order.pricecheck.TaxesOfBook.TaxedAs;
import io.tillstream.order.pricing.BasketToPrice;
import io.tillstream.order.pricing.BasketToPrice.ChargedLine;
import io.tillstream.order.pricing.BasketToPrice.Coupon;
import io.tillstream.order.pricing.BasketToPrice.FixedPrice;
import io.tillstream.order.pricing.BasketToPrice.HandDiscount;
import io.tillstream.order.pricing.BasketToPrice.LineToPrice;
import io.tillstream.order.pricing.PriceBook;
import io.tillstream.order.pricing.PriceBook.PricedProduct;
import io.tillstream.order.pricing.PriceBook.PricingStore;
import io.tillstream.order.pricing.PriceBook.TaxMode;
import io.tillstream.order.pricing.PriceBook.TaxRounding;
import io.tillstream.order.pricing.PricedBasket;
import io.tillstream.order.pricing.PricedBasket.LineTax;
import io.tillstream.order.pricing.PricingFailure;
import io.tillstream.order.pricing.PricingKernel;
import io.tillstream.order.pricing.Promotion;
import io.tillstream.order.sale.LineKind;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SalePricing.GivenDiscount;
import io.tillstream.order.sale.SalePricing.LinePricing;
import io.tillstream.order.sale.SalePricing.PriceOrigin;
import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices sales of one store and one version of the price book again, all with one kernel. Goods that come back reverse what was
 * charged for them. Where that is not known, and for goods without a product, no book has a price: they are taken as they were charged,
 * because they share tax groups with the rest.
 */
final class Recomputation {

    /** A coupon that is shown holds as often in a basket as its promotion's own terms allow: like at the till. */
    private static final int COUPON_USES = 1_000;

    private record Prepared(PricedSale sale, BasketToPrice basket) {}

    private final PricedStore store;
    private final long version;
    private final KnownFacts facts;
    private final List<Promotion> promotions;
    private final TaxesOfBook taxes;
    private final Map<String, PricedProduct> products = new HashMap<>();

    Recomputation(PricedStore store, long version, KnownFacts facts) {
        this.store = store;
        this.version = version;
        this.facts = facts;
        this.promotions = facts.promotions(store, version);
        this.taxes = new TaxesOfBook(store, facts.taxCategories(store, version));
    }

    /** What the promotion was called in this version. */
    String nameOf(String promotion) {
        return promotions.stream()
                .filter(each -> each.id().equals(promotion))
                .findFirst()
                .map(Promotion::name)
                .orElse("");
    }

    /** How a line of a sale that was priced again is taxed, as the book has it. */
    TaxedAs taxedAs(PricedSale sale, SaleLine line, LineToPrice priced) {
        ChargedLine original = priced.original();
        if (original != null) {
            List<LineTax> parts = original.sold().taxes();
            return new TaxedAs(
                    original.taxCategory(), parts.size() == 1 ? parts.getFirst().rate() : line.taxRate());
        }
        PricedProduct product = Objects.requireNonNull(products.get(priced.product()));
        TaxedAs taxed = taxes.on(product.taxCategory(), sale.pricing().at().toLocalDate());
        return sale.pricing().exempt() ? new TaxedAs(taxed.category(), BigDecimal.ZERO) : taxed;
    }

    /** Then nobody but the till can say to which line a cent of tax went that several lines share. */
    static boolean takesSomethingAsCharged(PricedSale sale, BasketToPrice basket) {
        return basket.lines().stream().anyMatch(line -> line.product().equals(ownProduct(sale, line.id())));
    }

    private static String ownProduct(PricedSale sale, String lineNo) {
        return sale.id() + "/" + lineNo;
    }

    /** Every sale with what it comes to. */
    Map<UUID, Recomputed> of(Collection<PricedSale> sales) {
        // the baskets first: what they take as charged becomes part of the book
        List<Prepared> baskets = sales.stream()
                .map(sale -> new Prepared(sale, basket(sale, Set.of())))
                .toList();
        Map<UUID, Recomputed> all = new HashMap<>();
        try {
            PricingKernel kernel = kernel(sales);
            baskets.forEach(each -> all.put(each.sale().id(), price(each.sale(), each.basket(), kernel)));
        } catch (PricingFailure unusable) {
            sales.forEach(sale -> all.put(sale.id(), Recomputed.failed(unusable, Set.of())));
        }
        return all;
    }

    private Recomputed price(PricedSale sale, BasketToPrice basket, PricingKernel kernel) {
        try {
            return new Recomputed(basket, kernel.price(basket), null, Set.of());
        } catch (PricingFailure failure) {
            return withoutWhatHasNoPrice(sale, failure);
        }
    }

    /** One product that the book does not have must not hide what it says of the others. */
    private Recomputed withoutWhatHasNoPrice(PricedSale sale, PricingFailure first) {
        Set<Integer> notInBook = new HashSet<>();
        PricingFailure failure = first;
        while (isOfOneProduct(failure)) {
            String product = failure.subject();
            boolean further = false;
            for (SaleLine line : sale.lines()) {
                if (line.productId() != null
                        && line.productId().toString().equals(product)
                        && line.kind() == LineKind.SALE) {
                    further |= notInBook.add(line.lineNo());
                }
            }
            if (!further) {
                break;
            }
            try {
                BasketToPrice basket = basket(sale, notInBook);
                return new Recomputed(basket, kernel(List.of(sale)).price(basket), null, notInBook);
            } catch (PricingFailure next) {
                failure = next;
            }
        }
        return Recomputed.failed(failure, notInBook);
    }

    private static boolean isOfOneProduct(PricingFailure failure) {
        return failure.code() == PricingFailure.Code.NO_PRICE || failure.code() == PricingFailure.Code.UNKNOWN_PRODUCT;
    }

    private PricingKernel kernel(Collection<PricedSale> sales) {
        Set<UUID> sold = new HashSet<>();
        sales.forEach(sale -> sale.lines().forEach(line -> {
            if (line.productId() != null) {
                sold.add(line.productId());
            }
        }));
        for (UUID id : sold) {
            facts.product(id, version).ifPresent(product -> products.put(product.id(), product));
        }
        products.values().forEach(product -> taxes.know(product.taxCategory()));
        return new PricingKernel(new PriceBook(
                store.currency(),
                Money.decimalsOf(store.currency()),
                store.pricesIncludeTax() ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE,
                TaxRounding.GROUP,
                RoundingMode.HALF_UP,
                null,
                List.of(new PricingStore(store.id(), List.of(store.country()))),
                taxes.all(),
                List.copyOf(products.values()),
                facts.priceLists(store, version, sold),
                promotions));
    }

    private BasketToPrice basket(PricedSale sale, Set<Integer> notInBook) {
        SalePricing pricing = sale.pricing();
        Map<Integer, LinePricing> unusual = sale.unusualLines();
        return new BasketToPrice(
                store.id(),
                pricing.at(),
                pricing.customerGroup(),
                pricing.exempt(),
                pricing.shownCoupons().stream()
                        .map(code -> new Coupon(code, COUPON_USES))
                        .toList(),
                handDiscount(pricing.basketDiscount()),
                sale.lines().stream()
                        .map(line -> line(sale, line, unusual.get(line.lineNo()), notInBook))
                        .toList());
    }

    private LineToPrice line(PricedSale sale, SaleLine line, @Nullable LinePricing unusual, Set<Integer> notInBook) {
        String id = Integer.toString(line.lineNo());
        if (line.kind() == LineKind.RETURN) {
            ChargedLine original = sale.broughtBack().get(line.lineNo());
            if (original != null && leavesEnoughFor(line, original)) {
                return new LineToPrice(id, subject(line), line.quantity(), null, null, original);
            }
            HandDiscount off = line.discount().signum() == 0
                    ? null
                    : new HandDiscount(null, line.discount().abs());
            return new LineToPrice(id, asCharged(sale, line), line.quantity(), kept(line), off, null);
        }
        HandDiscount off = unusual == null ? null : handDiscount(unusual.discount());
        if (line.productId() == null || notInBook.contains(line.lineNo())) {
            return new LineToPrice(id, asCharged(sale, line), line.quantity(), byHandOrKept(line, unusual), off, null);
        }
        FixedPrice fixed = unusual == null || unusual.price() == null
                ? null
                : new FixedPrice(FixedPrice.Kind.valueOf(unusual.price().name()), line.unitPrice());
        return new LineToPrice(id, line.productId().toString(), line.quantity(), fixed, off, null);
    }

    /** Whoever brings back more than was sold is told so elsewhere. */
    private static boolean leavesEnoughFor(SaleLine line, ChargedLine original) {
        return original.returned()
                        .quantity()
                        .subtract(line.quantity())
                        .compareTo(original.sold().quantity())
                <= 0;
    }

    private static String subject(SaleLine line) {
        return line.productId() == null ? line.sku() : line.productId().toString();
    }

    /** A product of this line alone, taxed as it was: in the group of its category when that has this rate today. */
    private String asCharged(PricedSale sale, SaleLine line) {
        String id = ownProduct(sale, Integer.toString(line.lineNo()));
        LocalDate date = sale.pricing().at().toLocalDate();
        String taxed = sale.pricing().exempt() ? taxes.ofCategory(line, date) : taxes.asCharged(line, date);
        products.put(id, new PricedProduct(id, taxed, List.of(), false));
        return id;
    }

    /** Goods without a product: a price that somebody typed in, set or agreed on takes no promotions on its line, another one does. */
    private static FixedPrice byHandOrKept(SaleLine line, @Nullable LinePricing unusual) {
        PriceOrigin origin = unusual == null ? null : unusual.price();
        return origin == PriceOrigin.OPEN || origin == PriceOrigin.OVERRIDE || origin == PriceOrigin.AGREED
                ? new FixedPrice(FixedPrice.Kind.valueOf(origin.name()), line.unitPrice())
                : kept(line);
    }

    private static FixedPrice kept(SaleLine line) {
        return new FixedPrice(FixedPrice.Kind.KEPT, line.unitPrice());
    }

    private static @Nullable HandDiscount handDiscount(@Nullable GivenDiscount given) {
        return given == null ? null : new HandDiscount(given.percent(), given.amount());
    }

    /** What a sale comes to; without a result it could not be priced, and the failure says why. */
    record Recomputed(
            @Nullable BasketToPrice basket,
            @Nullable PricedBasket priced,
            @Nullable PricingFailure failure,
            Set<Integer> notInBook) {

        static Recomputed failed(PricingFailure failure, Set<Integer> notInBook) {
            return new Recomputed(null, null, failure, notInBook);
        }
    }
}
