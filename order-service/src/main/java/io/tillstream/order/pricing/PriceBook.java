package io.tillstream.order.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything prices are made of, for one currency. {@code minorDigits} are the decimals of the smallest unit that is charged, as
 * ISO 4217 has them: JPY 0, EUR 2, KWD 3.
 */
public record PriceBook(
        String currency,
        int minorDigits,
        TaxMode taxMode,
        TaxRounding taxRounding,
        RoundingMode roundingMode,
        @Nullable CashRounding cashRounding,
        List<PricingStore> stores,
        List<TaxCategory> taxCategories,
        List<PricedProduct> products,
        List<PriceList> priceLists,
        List<Promotion> promotions) {

    /** Whether prices hold the tax or tax comes on top. */
    public enum TaxMode {
        INCLUSIVE,
        EXCLUSIVE
    }

    /** Where tax is rounded: on every line, or once per tax group. Line amounts are always rounded. */
    public enum TaxRounding {
        LINE,
        GROUP
    }

    /** {@code step} is the smallest coin. */
    public record CashRounding(BigDecimal step, RoundingMode mode) {}

    /** Taxes of these jurisdictions are charged, such as {@code CA} and {@code CA-QC}. */
    public record PricingStore(String id, List<String> jurisdictions) {}

    /** How goods are taxed. Without a component in the store's jurisdictions they are not taxed at all. */
    public record TaxCategory(String id, List<TaxComponent> components) {}

    /** A compound component is charged on the net amount and on the components before it. */
    public record TaxComponent(String id, String jurisdiction, boolean compound, List<DatedRate> rates) {}

    /** A rate in percent from a store-local date on. */
    public record DatedRate(LocalDate validFrom, BigDecimal rate) {}

    /** {@code categories} are all it belongs to, the ancestors included; what is weighed is never counted in pieces. */
    public record PricedProduct(String id, String taxCategory, List<String> categories, boolean weighed) {}
}
