package io.tillstream.catalog.product;

import io.tillstream.catalog.pricebook.PriceScale;
import io.tillstream.catalog.pricebook.Unit;
import io.tillstream.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as others see it: the answer of the API and the body of {@code catalog.product-changed.v1}.
 *
 * @param version grows with every change; also the ETag
 * @param options of a variant: value by option
 * @param components what a bundle is made of
 * @param category path of the category, for instance {@code Food > Tea}
 */
public record ProductView(
        UUID id,
        long version,
        String sku,
        String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable UUID categoryId,
        @Nullable String category,
        Unit unit,
        String taxCategory,
        boolean stockTracked,
        @Nullable Integer ageLimit,
        Status status,
        List<Code> barcodes,
        Tracking tracking,
        @Nullable UUID familyId,
        Map<String, String> options,
        List<Component> components) {

    /** @param quantity units of the component in one bundle */
    public record Component(UUID productId, BigDecimal quantity) {
        static Component of(UUID productId, BigDecimal quantity) {
            return new Component(productId, quantity.stripTrailingZeros());
        }
    }

    /**
     * @param quantity units of the product that one scan sells
     * @param price of one scan, tax included; null: the quantity times what the product costs
     */
    public record Code(
            String code, BigDecimal quantity, @Nullable Money price) {
        static Code of(String code, BigDecimal quantity, @Nullable BigDecimal price, @Nullable String currency) {
            return new Code(
                    code,
                    quantity.stripTrailingZeros(),
                    price == null || currency == null ? null : new Money(PriceScale.shown(price, currency), currency));
        }
    }
}
