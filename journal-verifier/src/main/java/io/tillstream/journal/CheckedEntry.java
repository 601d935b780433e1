package io.tillstream.journal;

import java.util.List;
import java.util.Optional;

/**
 * An entry looked at by itself.
 *
 * @param number what it says; 0 when it cannot be read
 * @param signed whether the device's key signed it
 * @param succession what it says of a device before
 * @param troubles what is wrong with its form, whatever stands before and after it
 */
record CheckedEntry(
        long number,
        String previous,
        String hash,
        boolean signed,
        Optional<Succession> succession,
        List<Trouble> troubles) {

    record Trouble(Flaw.Kind kind, String words) {}
}
