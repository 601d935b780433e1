package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.PricePlace;
import io.tillstream.catalog.product.Status;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/change-sets/{id}}: which products, and what happens to them. */
record ChangeSetTerms(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Valid Selection selection,
        @NotNull @Valid Edit edit) {

    /** So many products at most are changed by one set. */
    static final int MOST_PRODUCTS = 20_000;

    /** The same edit of these products, whatever they have become since. */
    ChangeSetTerms about(List<UUID> products) {
        return new ChangeSetTerms(
                name, new Selection(List.of(), List.of(), null, null, products, List.of(), null), edit);
    }

    /**
     * The products that meet all given conditions; without any: all.
     *
     * @param categories any of them or of those below
     * @param brands any of them, upper and lower case alike
     * @param priceListId with a price in that list, now or later
     * @param search every word in the name, the brand, or at the start of the SKU
     * @param products only these
     * @param exceptProducts none of these
     * @param status null: the active ones, of named products all
     */
    record Selection(
            @NotNull @Size(max = 500) List<@NotNull UUID> categories,
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> brands,
            @Nullable UUID priceListId,
            @Nullable @Size(max = 200) String search,
            @NotNull @Size(max = MOST_PRODUCTS) List<@NotNull UUID> products,
            @NotNull @Size(max = MOST_PRODUCTS) List<@NotNull UUID> exceptProducts,
            @Nullable Status status) {}

    /**
     * What happens to each of them.
     *
     * @param currency ISO 4217, of the prices that change; null when a field changes
     * @param storeId that store's own prices
     * @param priceListId the prices of that list; with neither the general ones
     * @param value per cent or an amount, below zero to go down; the price itself for SET
     * @param rounding of the prices that come out; null: to the currency's smallest coin
     * @param ageLimit null: for everybody
     */
    record Edit(
            @NotNull Kind kind,

            @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code of ISO 4217, such as EUR")
            String currency,

            @Nullable @Size(max = 60) String storeId,
            @Nullable UUID priceListId,

            @Nullable @Digits(integer = 11, fraction = 4) BigDecimal value,

            @Nullable @Valid Rounding rounding,
            @Nullable UUID categoryId,
            @Nullable Status status,

            @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}")
            String taxCategory,

            @Nullable @Min(1) @Max(99) Integer ageLimit) {

        /** Whose prices change. */
        PricePlace place() {
            return new PricePlace(storeId, priceListId, Objects.requireNonNull(currency, "checked by EditRules"));
        }
    }

    /** What is changed and how. */
    enum Kind {
        PERCENT,
        AMOUNT,
        SET,
        ROUND,
        CATEGORY,
        STATUS,
        TAX_CATEGORY,
        AGE_LIMIT;

        boolean isPrice() {
            return this == PERCENT || this == AMOUNT || this == SET || this == ROUND;
        }
    }

    /**
     * Which prices a shop likes.
     *
     * @param value the last digits of an ENDING (0.99: 1.99, 2.99 …; 9.95: 9.95, 19.95 …), the distance of a STEP
     */
    record Rounding(
            @NotNull Form form,

            @NotNull @DecimalMin(value = "0", inclusive = false) @Digits(integer = 6, fraction = 4)
            BigDecimal value,

            @NotNull Towards towards) {
        enum Form {
            ENDING,
            STEP
        }

        enum Towards {
            NEAREST,
            UP,
            DOWN
        }
    }
}
