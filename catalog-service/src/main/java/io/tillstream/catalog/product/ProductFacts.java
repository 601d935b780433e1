package io.tillstream.catalog.product;

import io.tillstream.catalog.pricebook.Unit;
import io.tillstream.platform.money.Money;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/products/{id}}: everything that a person decides about a product. */
record ProductFacts(
        @NotBlank @Size(max = 60) String sku,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 4000) String description,
        @Nullable @Size(max = 100) String brand,
        @Nullable UUID categoryId,
        @NotNull Unit unit,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,29}") String taxCategory,
        @NotNull Boolean stockTracked,
        @Nullable @Min(1) @Max(99) Integer ageLimit,
        @NotNull Status status,
        @NotNull @Size(max = 50) List<@Valid @NotNull Code> barcodes,
        @Nullable Tracking tracking,
        @Nullable UUID familyId,
        @Nullable @Size(max = 3) Map<@NotBlank String, @NotBlank String> options,
        @Nullable @Size(max = 100) List<@Valid @NotNull Component> components) {

    /** Told apart by nothing unless the body says so. */
    Tracking trackedBy() {
        return tracking == null ? Tracking.NONE : tracking;
    }

    /** By option, for variants of a family. */
    Map<String, String> optionValues() {
        return options == null ? Map.of() : options;
    }

    /** What a bundle is made of; nothing for other products. */
    List<Component> parts() {
        return components == null ? List.of() : components;
    }

    /** @param quantity units of the component in one bundle */
    record Component(
            @NotNull UUID productId,

            @NotNull @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
            BigDecimal quantity) {}

    /**
     * @param quantity units of the product that one scan sells, for instance 6 on a six-pack
     * @param price of one scan, tax included; null: the quantity times what the product costs
     */
    record Code(
            @NotBlank @Size(max = 48) String code,

            @NotNull @DecimalMin("0.001") @Digits(integer = 9, fraction = 3)
            BigDecimal quantity,

            @Nullable Money price) {}
}
