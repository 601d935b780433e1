package io.tillstream.order.dailyroot;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What a daily root says, its members in the order of canonical JSON (RFC 8785): they hold neither numbers with fractions nor
 * letters that would have to be escaped, so that this is all that form asks for.
 *
 * @param heads of every journal that has begun, in the order of their devices
 * @param previous SHA-256 of the payload of the store's root before, 64 hex digits; zeros before the first
 */
@JsonPropertyOrder({"businessDate", "format", "heads", "madeAt", "number", "previous", "storeId"})
record RootDocument(
        LocalDate businessDate,
        String format,
        List<Head> heads,
        Instant madeAt,
        long number,
        String previous,
        String storeId) {

    private static final String FORMAT = "tillstream-daily-root-1";

    RootDocument {
        madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
    }

    RootDocument(
            LocalDate businessDate, List<Head> heads, Instant madeAt, long number, String previous, String storeId) {
        this(businessDate, FORMAT, heads, madeAt, number, previous, storeId);
    }

    /**
     * How far the journal of a device is complete, and how it ends there.
     *
     * @param hash SHA-256 of that entry's payload, 64 hex digits
     * @param key SHA-256 of the device's public key (X.509 SubjectPublicKeyInfo), 64 hex digits
     */
    @JsonPropertyOrder({"device", "hash", "key", "number"})
    record Head(UUID device, String hash, String key, long number) {}
}
