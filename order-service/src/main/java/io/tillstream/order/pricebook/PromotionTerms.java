package io.tillstream.order.pricebook;

import io.tillstream.order.pricing.PriceBook;
import io.tillstream.order.pricing.PriceBook.TaxMode;
import io.tillstream.order.pricing.PriceBook.TaxRounding;
import io.tillstream.order.pricing.PricingFailure;
import io.tillstream.order.pricing.PricingKernel;
import io.tillstream.order.pricing.Promotion;
import io.tillstream.order.pricing.Promotion.PromotionTarget;
import io.tillstream.order.pricing.Promotion.PromotionWindow;
import io.tillstream.order.pricing.Promotion.SetPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a promotion says, as the catalog words it. */
record PromotionTerms(
        String name,
        Promotion.Kind kind,
        @Nullable String currency,
        int priority,
        boolean exclusive,
        boolean active,
        PromotionWindow window,
        List<String> stores,
        List<String> customerGroups,
        @Nullable String coupon,
        @Nullable Integer maximumUses,
        @Nullable BigDecimal minimumAmount,
        @Nullable BigDecimal minimumQuantity,
        PromotionTarget target,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        List<SetPart> parts,
        @Nullable BigDecimal price) {

    boolean concerns(String store, String trade) {
        return active && (currency == null || currency.equals(trade)) && (stores.isEmpty() || stores.contains(store));
    }

    /** Whether the kernel takes it; what it refuses is not applied by tills either. */
    boolean isUsable() {
        try {
            new PricingKernel(new PriceBook(
                    "",
                    4,
                    TaxMode.INCLUSIVE,
                    TaxRounding.GROUP,
                    RoundingMode.HALF_UP,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(as(new UUID(0, 0)))));
            return true;
        } catch (PricingFailure refused) {
            return false;
        }
    }

    Promotion as(UUID id) {
        return new Promotion(
                id.toString(),
                name,
                kind,
                priority,
                exclusive,
                window,
                stores,
                customerGroups,
                coupon,
                maximumUses,
                minimumAmount,
                minimumQuantity,
                target,
                percent,
                amount,
                parts,
                price);
    }
}
