package io.tillstream.customer.profile;

/** The answer to a PUT, and whether the thing was there before this call. */
public record Stored<T>(T body, boolean before) {

    static <T> Stored<T> now(T body) {
        return new Stored<>(body, false);
    }

    static <T> Stored<T> before(T body) {
        return new Stored<>(body, true);
    }
}
