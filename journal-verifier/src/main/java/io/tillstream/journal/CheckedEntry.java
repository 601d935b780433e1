package io.tillstream.journal;

import java.util.List;
import java.util.Optional;

/**
 * An entry looked at by itself.
 *
 * @param number what it says; 0 when it cannot be read
 * @param succession what it says of a device before
 * @param troubles what is wrong with it, whatever stands before and after it
 */
record CheckedEntry(long number, String previous, String hash, Optional<Succession> succession, List<String> troubles) {

    Optional<String> name() {
        return number > 0 ? Optional.of("entry " + number) : Optional.empty();
    }
}
