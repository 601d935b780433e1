package io.tillstream.catalog.changeset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change set does to one product, or to one of its prices by quantity.
 *
 * @param minimumQuantity from how many in a basket on the price holds; 0: any quantity
 * @param cost per unit without tax, as last agreed with a supplier; null: nobody has told
 * @param marginBefore per cent of the price without tax; null when cost or tax rate is not known
 * @param valueBefore of the field that changes; the id of a category; null: none
 * @param notes what a person should know before
 * @param netBefore the price without tax, not rounded; null when the tax rate is not known
 */
record ForecastLine(
        UUID productId,
        String sku,
        String name,
        BigDecimal minimumQuantity,
        Outcome outcome,
        @Nullable BigDecimal priceBefore,
        @Nullable BigDecimal priceAfter,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal marginBefore,
        @Nullable BigDecimal marginAfter,
        @Nullable String valueBefore,
        @Nullable String valueAfter,
        List<Remark> notes,
        @JsonIgnore @Nullable BigDecimal netBefore,
        @JsonIgnore @Nullable BigDecimal netAfter) {

    /** What becomes of it. */
    enum Outcome {
        CHANGES,
        UNCHANGED,
        NO_PRICE,
        FAILS
    }

    /** What there is to know about a line; those that end it say why it fails. */
    enum Note {
        BELOW_COST(false),
        FREE(false),
        SCHEDULED_LATER(false),
        REPLACES_SCHEDULED(false),
        FIRST_OF_STORE(false),
        NEGATIVE(true),
        FIXED_PRICE(true),
        BARCODE_TAKEN(true),
        SAME_VARIANT(true);

        final boolean fails;

        Note(boolean fails) {
            this.fails = fails;
        }
    }

    /**
     * One thing to know.
     *
     * @param at when another price follows or the one in the way ends
     * @param amount of that price
     * @param other the product in the way
     */
    record Remark(
            Note note,
            @Nullable Instant at,
            @Nullable BigDecimal amount,
            @Nullable String other) {
        static Remark of(Note note) {
            return new Remark(note, null, null, null);
        }
    }

    boolean changes() {
        return outcome == Outcome.CHANGES;
    }

    boolean fails() {
        return outcome == Outcome.FAILS;
    }

    boolean has(Note note) {
        return notes.stream().anyMatch(remark -> remark.note() == note);
    }

    /** Why it fails, in words. */
    String reason() {
        return notes.stream()
                .filter(remark -> remark.note().fails)
                .findFirst()
                .map(remark -> name + " (SKU " + sku + "): " + words(remark))
                .orElse("");
    }

    private String words(Remark remark) {
        return switch (remark.note()) {
            case NEGATIVE -> "its price would be " + priceAfter + ", and a price is not below zero.";
            case FIXED_PRICE ->
                "it has a fixed price of " + remark.amount() + " until " + remark.at()
                        + "; end that one first, or begin after it.";
            case BARCODE_TAKEN -> "its barcode now belongs to " + remark.other() + ".";
            case SAME_VARIANT -> remark.other() + " is the variant with the same options.";
            default -> remark.note().name();
        };
    }
}
