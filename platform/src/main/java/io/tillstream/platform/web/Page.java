package io.tillstream.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a list.
 *
 * @param nextCursor pass it back as {@code cursor} for what follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int LARGEST = 500;

    /** Makes a page from up to {@code limit + 1} rows: one row more than asked for means that something follows. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.getLast()));
    }

    /** The asked-for size within 1 to {@value #LARGEST}; 100 when none was asked for. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? 100 : Math.clamp(asked, 1, LARGEST);
    }
}
