package io.tillstream.catalog.productimport;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The category a cell names: a path such as {@code Food > Tea}, or the tags of Open Food Facts such as
 * {@code en:breakfasts en:spreads}, of which the first, the most general, becomes "Breakfasts".
 */
final class CategoryText {
    private static final Pattern TAGS = Pattern.compile("[a-z]{2}:\\S+(?:[\\s,]+[a-z]{2}:\\S+)*");

    private CategoryText() {}

    /** Empty when the cell names none. */
    static String path(String cell) {
        if (TAGS.matcher(cell).matches()) {
            String tag = cell.split("[\\s,]+", 2)[0].substring("en:".length()).replace('-', ' ');
            return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
        }
        return Arrays.stream(cell.split(">"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" > "));
    }
}
