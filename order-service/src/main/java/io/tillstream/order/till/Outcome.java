package io.tillstream.order.till;

import io.tillstream.platform.web.Put;
import org.springframework.http.ResponseEntity;

/** The answer to the till, and whether this call made it so. */
record Outcome<T>(T answer, boolean first) {

    ResponseEntity<T> response() {
        return first ? Put.created(answer) : Put.seenBefore(answer);
    }
}
