package io.tillstream.catalog.productimport;

import java.util.ArrayList;
import java.util.List;

/** Reads a cell of several entries, {@code ;} between them. A backslash takes the meaning from the sign after it. */
final class EntryCell {
    private static final char ESCAPE = '\\';

    private EntryCell() {}

    /** The entries as they are written, those that are blank left out. */
    static List<String> entries(String cell) {
        List<String> entries = new ArrayList<>();
        String rest = cell;
        for (int end = first(rest, ';'); end >= 0; end = first(rest, ';')) {
            entries.add(rest.substring(0, end).strip());
            rest = rest.substring(end + 1);
        }
        entries.add(rest.strip());
        entries.removeIf(String::isEmpty);
        return entries;
    }

    /** Where the sign stands first with its meaning, or -1. */
    static int first(String written, char sign) {
        for (int at = 0; at < written.length(); at++) {
            if (written.charAt(at) == ESCAPE) {
                at++;
            } else if (written.charAt(at) == sign) {
                return at;
            }
        }
        return -1;
    }

    /** What is meant. */
    static String plain(String written) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < written.length(); at++) {
            if (written.charAt(at) == ESCAPE && at + 1 < written.length()) {
                at++;
            }
            plain.append(written.charAt(at));
        }
        return plain.toString().strip();
    }
}
