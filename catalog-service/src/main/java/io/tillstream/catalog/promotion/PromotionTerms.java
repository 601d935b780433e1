package io.tillstream.catalog.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/promotions/{id}}: what is taken off, of which goods, when, and for whom.
 *
 * @param currency ISO 4217, of {@code minimumAmount}, {@code amount} and {@code price}; stores of another currency leave
 *     the promotion alone; null when there is none of these
 * @param priority the higher is tried first
 * @param exclusive takes only goods that no other promotion has touched, and keeps the others off them
 * @param stores empty: all
 * @param customerGroups empty: everybody
 * @param coupon the code that a customer shows; null when none is needed
 * @param couponLimit in so many sales the coupon holds, over all stores; null: in any number
 * @param maximumUses how often it applies in one sale; null: as often as it can
 * @param minimumAmount what the goods it aims at must come to, before it applies
 * @param minimumQuantity how many of the goods it aims at there must be
 * @param percent taken off; 100 is free
 * @param amount taken off each piece, or once off the basket
 * @param parts what makes up a set: bought and given (BUY_X_GET_Y), or the goods of a bundle
 * @param price of a whole set
 */
record PromotionTerms(
        @NotBlank @Size(max = 100) String name,
        @NotNull Kind kind,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @Min(0) @Max(1000) int priority,
        boolean exclusive,
        boolean active,
        @NotNull @Valid Window window,
        @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 60) String> stores,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 60) String> customerGroups,

        @Nullable @Pattern(regexp = "[0-9A-Za-z-]{3,40}", message = "must be 3 to 40 letters, digits or dashes")
        String coupon,

        @Nullable @Min(1) @Max(1_000_000) Integer couponLimit,
        @Nullable @Min(1) @Max(1000) Integer maximumUses,

        @Nullable @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal minimumAmount,

        @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 3)
        BigDecimal minimumQuantity,

        @NotNull @Valid Target target,

        @Nullable @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal percent,

        @Nullable @DecimalMin(value = "0", inclusive = false) @Digits(integer = 11, fraction = 4)
        BigDecimal amount,

        @NotNull @Size(max = 10) List<@Valid @NotNull Part> parts,

        @Nullable @DecimalMin("0") @Digits(integer = 11, fraction = 4)
        BigDecimal price) {

    /** What it does to the goods it aims at. */
    enum Kind {
        LINE_PERCENT,
        LINE_AMOUNT,
        BUY_X_GET_Y,
        CHEAPEST_FREE,
        BUNDLE,
        MIX_AND_MATCH,
        BASKET_PERCENT,
        BASKET_AMOUNT
    }

    /**
     * When it holds, in the store's local time; all given conditions together.
     *
     * @param until the first moment at which it no longer holds
     * @param weekdays ISO 8601, 1 is Monday; empty: every day
     * @param startsAt every day from then on
     * @param endsAt and until then; earlier than {@code startsAt} reaches past midnight
     */
    record Window(
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until,
            @NotNull @Size(max = 7) List<@NotNull @Min(1) @Max(7) Integer> weekdays,
            @Nullable LocalTime startsAt,
            @Nullable LocalTime endsAt) {}

    /** Goods by product or category, their subcategories included; both empty: everything. */
    record Target(
            @NotNull @Size(max = 5000) List<@NotNull UUID> products,
            @NotNull @Size(max = 500) List<@NotNull UUID> categories,
            @NotNull @Size(max = 5000) List<@NotNull UUID> exceptProducts) {}

    /** Some pieces of a set. */
    record Part(
            @NotNull @Valid Target target, @Min(1) @Max(100) int pieces) {}

    boolean namesMoney() {
        return amount != null || price != null || minimumAmount != null;
    }
}
