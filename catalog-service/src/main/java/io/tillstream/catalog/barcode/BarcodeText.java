package io.tillstream.catalog.barcode;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for codes that tills scan. A code of 8, 12, 13 or 14 digits is a GTIN (in-store codes with prefix 20-29
 * included) and must carry the right check digit (GS1 General Specifications, 7.9); anything else of 1 to 48 letters,
 * digits and {@code . - _ / + $ % :} is an internal code.
 */
public final class BarcodeText {
    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final Pattern INTERNAL = Pattern.compile("[A-Za-z0-9.\\-_/+$%:]{1,48}");
    private static final int LONGEST_GTIN = 14;

    private BarcodeText() {}

    /** What is wrong with the code, in words for whoever typed it; null when it is fine. */
    public static @Nullable Fault fault(String code) {
        if (GTIN.matcher(code).matches()) {
            char expected = checkDigit(code);
            char found = code.charAt(code.length() - 1);
            return expected == found
                    ? null
                    : new Fault(
                            "barcode-check-digit",
                            "Barcode " + code + " ends in " + found + ", but its check digit would be " + expected
                                    + ": it was probably mistyped.");
        }
        return INTERNAL.matcher(code).matches()
                ? null
                : new Fault(
                        "barcode-not-readable",
                        "Barcode \"" + code
                                + "\" has characters that a scanner does not send, or more than 48 of them.");
    }

    /**
     * What two codes have in common when a till must not tell them apart: the same GTIN may be printed with 8, 12, 13 or
     * 14 digits, with zeros in front.
     */
    public static String matchKey(String code) {
        return GTIN.matcher(code).matches() ? "0".repeat(LONGEST_GTIN - code.length()) + code : code;
    }

    private static char checkDigit(String gtin) {
        int sum = 0;
        for (int i = gtin.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (gtin.charAt(i) - '0') * weight;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** @param code stable name of the rule that is broken */
    public record Fault(String code, String reason) {}
}
