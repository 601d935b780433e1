package io.tillstream.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The two good answers to a PUT under a client-made id. */
public final class Put {
    private Put() {}

    public static <T> ResponseEntity<T> created(T body) {
        return ResponseEntity.status(HttpStatus.CREATED).body(body);
    }

    public static <T> ResponseEntity<T> seenBefore(T body) {
        return ResponseEntity.ok(body);
    }
}
