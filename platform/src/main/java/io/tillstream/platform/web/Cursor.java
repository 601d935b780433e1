package io.tillstream.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the sort key of the last row, packed so that clients do not build on its form. */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(Object... sortKey) {
        StringJoiner text = new StringJoiner(SEPARATOR);
        for (Object part : sortKey) {
            text.add(String.valueOf(part));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor, or null when there is none.
     *
     * @throws MalformedCursor when it was not made by {@link #encode} with that many parts
     */
    public static @Nullable List<String> decode(@Nullable String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> key = List.of(text.split(SEPARATOR, -1));
            if (key.size() == parts) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedCursor();
        }
        throw new MalformedCursor();
    }

    /**
     * A cursor's parts read into the key they were made of, or null when there is no cursor.
     *
     * @throws MalformedCursor when it was not made by {@link #encode} with that many parts, or they cannot be read
     */
    public static <T> @Nullable T decode(@Nullable String cursor, int parts, Function<List<String>, T> key) {
        List<String> found = decode(cursor, parts);
        try {
            return found == null ? null : key.apply(found);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor();
        }
    }

    /** The cursor was not one of ours. */
    public static final class MalformedCursor extends Failure {
        MalformedCursor() {
            super(
                    Kind.MALFORMED,
                    "malformed-cursor",
                    "The cursor is not one of this list's. Start again without a cursor.");
        }
    }
}
