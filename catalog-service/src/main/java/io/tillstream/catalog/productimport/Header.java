package io.tillstream.catalog.productimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of the file means what. */
final class Header {
    private static final String FORMULA_SIGNS = "=+-@\t\r'";

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> ignored = new ArrayList<>();
    private final int width;

    /** @throws FileNotReadable when a product could not be told from another, or would have no name */
    Header(List<String> titles) {
        width = titles.size();
        List<String> plain = titles.stream().map(Header::plain).toList();
        for (Column column : Column.values()) {
            column.names.stream().filter(plain::contains).findFirst().ifPresent(name -> {
                if (plain.indexOf(name) != plain.lastIndexOf(name)) {
                    throw FileNotReadable.columnRepeated(titles.get(plain.indexOf(name)));
                }
                places.put(column, plain.indexOf(name));
            });
        }
        for (int i = 0; i < width; i++) {
            if (!places.containsValue(i)) {
                ignored.add(titles.get(i));
            }
        }
        mustTellProductsApart(titles);
    }

    private void mustTellProductsApart(List<String> titles) {
        List<String> missing = new ArrayList<>();
        if (!has(Column.SKU) && !has(Column.BARCODES)) {
            missing.add("sku or barcodes");
        }
        if (!has(Column.NAME)) {
            missing.add("name");
        }
        if (has(Column.OPTIONS) && !has(Column.FAMILY)) {
            missing.add("family, whose options they are");
        }
        if (!missing.isEmpty()) {
            throw FileNotReadable.columnsMissing(String.join(" and ", missing), String.join(", ", titles));
        }
    }

    int width() {
        return width;
    }

    /** Titles that mean nothing here. */
    List<String> ignored() {
        return ignored;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The cell without surrounding space, empty when it is; null when the file has no such column. */
    @Nullable
    String cell(List<String> row, Column column) {
        Integer place = places.get(column);
        return place == null ? null : withoutGuard(row.get(place).strip());
    }

    /** An export puts an apostrophe before what a spreadsheet would take for a formula. */
    private static String withoutGuard(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA_SIGNS.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
