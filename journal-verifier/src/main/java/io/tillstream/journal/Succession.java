package io.tillstream.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the first entry of a device, which it signed, says of the journal before: so far it went, and so it ended then.
 *
 * @param epoch of the device that says it
 */
public record Succession(int epoch, FollowedEntry follows) {

    /** None where the device knew of no journal before. Whether it is signed is found when its own journal is read. */
    public static Optional<Succession> in(SignedEntry first) {
        return in(EntryCheck.read(first.payload()));
    }

    static Optional<Succession> in(JsonNode says) {
        JsonNode follows = says.path("follows");
        return follows.isObject()
                ? Optional.of(new Succession(
                        says.path("epoch").asInt(),
                        new FollowedEntry(
                                follows.path("device").asText(),
                                follows.path("number").asLong(),
                                says.path("previous").asText())))
                : Optional.empty();
    }
}
