package io.tillstream.catalog.productimport;

/**
 * A line that is not taken, and why.
 *
 * @param line where the row starts in the file, from 1
 * @param code stable name of the rule, for instance {@code barcode-check-digit}
 * @param reason for whoever mends the file
 */
record Refusal(int line, String code, String reason) {}
