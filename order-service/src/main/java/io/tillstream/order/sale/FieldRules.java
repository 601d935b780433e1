package io.tillstream.order.sale;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What single values must look like. The pointer comes in two parts so that a good document never pays for joining them.
 */
record FieldRules(Findings findings) {

    static final int AMOUNT_DECIMALS = 4;

    private static final int LONGEST_CODE = 64;
    private static final int WHOLE_DIGITS = 12;

    void code(@Nullable String value, String pointer, String field) {
        if (value == null || value.isBlank() || value.length() > LONGEST_CODE || hasNul(value)) {
            findings.add(pointer + field, "This needs 1 to 64 characters.");
        }
    }

    /** Bounds digits on both sides before anything calculates with the number: "1e999999999" is a valid decimal too. */
    boolean decimal(@Nullable BigDecimal value, int decimals, String pointer, String field) {
        if (value == null) {
            findings.add(pointer + field, "A decimal number is missing here.");
            return false;
        }
        if (value.scale() > decimals) {
            findings.add(pointer + field, "At most " + decimals + " decimals.");
            return false;
        }
        if ((long) value.precision() - value.scale() > WHOLE_DIGITS) {
            findings.add(pointer + field, "At most " + WHOLE_DIGITS + " digits before the decimal point.");
            return false;
        }
        return true;
    }

    // PostgreSQL cannot store U+0000 in a text
    static boolean hasNul(String value) {
        return value.indexOf('\0') >= 0;
    }
}
