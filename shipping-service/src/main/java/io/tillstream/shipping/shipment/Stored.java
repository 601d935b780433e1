package io.tillstream.shipping.shipment;

/** The answer to a PUT, and whether this call stored it or an earlier one did. */
public record Stored<T>(T body, boolean before) {

    static <T> Stored<T> now(T body) {
        return new Stored<>(body, false);
    }

    static <T> Stored<T> before(T body) {
        return new Stored<>(body, true);
    }
}
