package io.tillstream.catalog.changeset;

import io.tillstream.platform.web.Cursor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change set would do, a page of its lines at a time; the summary is always that of all. */
record ChangePreview(
        ChangeSummary summary,
        List<ForecastLine> items,
        @Nullable String nextCursor) {

    /** Which lines are asked for. */
    enum Show {
        ALL,
        CHANGES,
        NOTED,
        FAILS
    }

    static ChangePreview of(List<ForecastLine> lines, Show show, @Nullable String cursor, int limit) {
        Key after = Cursor.decode(cursor, 2, parts -> new Key(UUID.fromString(parts.getFirst()), parts.getLast()));
        List<ForecastLine> shown =
                lines.stream().filter(line -> isShown(line, show)).toList();
        int start = after == null ? 0 : indexAfter(shown, after);
        int end = Math.min(start + limit, shown.size());
        List<ForecastLine> page = shown.subList(start, end);
        return new ChangePreview(
                ChangeSummary.of(lines),
                page,
                end < shown.size()
                        ? Cursor.encode(
                                page.getLast().productId(),
                                page.getLast().minimumQuantity().toPlainString())
                        : null);
    }

    private static boolean isShown(ForecastLine line, Show show) {
        return switch (show) {
            case ALL -> true;
            case CHANGES -> line.changes();
            case NOTED -> !line.notes().isEmpty() || line.outcome() == ForecastLine.Outcome.NO_PRICE;
            case FAILS -> line.fails();
        };
    }

    // a line that has gone meanwhile: what is left of the list is shown from its start rather than not at all
    private static int indexAfter(List<ForecastLine> lines, Key key) {
        for (int i = 0; i < lines.size(); i++) {
            ForecastLine line = lines.get(i);
            if (line.productId().equals(key.product())
                    && line.minimumQuantity().toPlainString().equals(key.minimumQuantity())) {
                return i + 1;
            }
        }
        return 0;
    }

    private record Key(UUID product, String minimumQuantity) {}
}
