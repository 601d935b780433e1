package io.tillstream.catalog.productimport;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that keeps the rules. Null means that the file does not say: a known product keeps what it has, a new one gets the
 * default; an empty text takes away what a known product has.
 *
 * @param category names from the root down, joined by {@code " > "}
 * @param currency of all prices on the line
 * @param options in the order of the file
 */
record ProductLine(
        int line,
        @Nullable UUID id,
        String sku,
        String name,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String category,
        @Nullable String unit,
        @Nullable String taxCategory,
        @Nullable Boolean stockTracked,
        @Nullable Integer ageLimit,
        boolean ageLimitGiven,
        @Nullable BigDecimal price,
        @Nullable String currency,
        @Nullable List<Code> codes,
        @Nullable String tracking,
        @Nullable String family,
        @Nullable List<Option> options,
        @Nullable List<Part> components) {

    /**
     * @param quantity units that one scan sells
     * @param price of one scan; null when the file does not say
     */
    record Code(
            String code,
            String matchKey,
            BigDecimal quantity,
            @Nullable BigDecimal price) {}

    /** What tells a variant from the others of its family. */
    record Option(String name, String value) {}

    /**
     * @param sku of the component
     * @param quantity units of it in one bundle
     */
    record Part(String sku, BigDecimal quantity) {}
}
