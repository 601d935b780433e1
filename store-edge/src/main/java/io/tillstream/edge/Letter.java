package io.tillstream.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a till put into its store's box. What it says only the store's tills can read.
 *
 * @param sealed what it says; null once it was taken
 * @param takenBy the till that goes on with it; null while it waits
 * @param claim what that till sealed to prove that it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "at", "sealed", "takenBy", "claim"})
record Letter(
        String id,
        String at,
        @Nullable String sealed,
        @Nullable String takenBy,
        @Nullable String claim) {

    static Letter waiting(String id, Instant at, String sealed) {
        return new Letter(id, at.toString(), sealed, null, null);
    }

    static Letter taken(String id, Instant at, String by, String claim) {
        return new Letter(id, at.toString(), null, by, claim);
    }

    boolean olderThan(Instant limit) {
        return Instant.parse(at).isBefore(limit);
    }

    int length() {
        return (sealed == null ? 0 : sealed.length()) + (claim == null ? 0 : claim.length());
    }
}
