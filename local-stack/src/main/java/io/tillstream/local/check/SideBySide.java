package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.check.Databases.Cursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares what two services say about the same things. Each side answers two texts, a key and a value, ordered by key
 * in plain byte order ({@code collate "C"}); both are read once, side by side, so size does not matter.
 */
record SideBySide(Side left, Side right) {

    /** One service's view. {@code counts} leaves out keys that are no business of the comparison. */
    record Side(String who, Part service, String sql, Predicate<String> counts) {
        Side(String who, Part service, String sql) {
            this(who, service, sql, key -> true);
        }
    }

    Verdict compare(Databases databases) throws SQLException {
        List<String> violations = new ArrayList<>();
        long checked = 0;
        long wrong = 0;
        try (View mine = new View(databases, left);
                View yours = new View(databases, right)) {
            while (mine.present || yours.present) {
                checked++;
                int order = mine.compareTo(yours);
                String fault = order == 0 ? difference(mine, yours) : missing(order < 0 ? mine : yours, order < 0);
                if (!fault.isEmpty()) {
                    wrong++;
                    if (violations.size() < Verdict.MOST) {
                        violations.add(fault);
                    }
                }
                if (order <= 0) {
                    mine.advance();
                }
                if (order >= 0) {
                    yours.advance();
                }
            }
        }
        return new Verdict(checked, wrong, List.copyOf(violations));
    }

    private String difference(View mine, View yours) {
        return mine.value.equals(yours.value)
                ? ""
                : "%s: %s has %s, %s has %s".formatted(mine.key, left.who(), mine.value, right.who(), yours.value);
    }

    private String missing(View present, boolean inLeft) {
        return "%s: %s has %s, %s has nothing"
                .formatted(
                        present.key,
                        inLeft ? left.who() : right.who(),
                        present.value,
                        inLeft ? right.who() : left.who());
    }

    private static final class View implements AutoCloseable {
        private final Cursor cursor;
        private final Predicate<String> counts;
        private boolean present;
        private String key = "";
        private String value = "";

        View(Databases databases, Side side) throws SQLException {
            this.cursor = databases.rows(side.service(), side.sql());
            this.counts = side.counts();
            advance();
        }

        void advance() throws SQLException {
            do {
                present = cursor.next();
                key = present ? cursor.text(1) : "";
                value = present ? cursor.text(2) : "";
            } while (present && !counts.test(key));
        }

        int compareTo(View other) {
            if (!present || !other.present) {
                return present ? -1 : 1;
            }
            return key.compareTo(other.key);
        }

        @Override
        public void close() throws SQLException {
            cursor.close();
        }
    }
}
