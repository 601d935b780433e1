package io.tillstream.catalog.productimport;

import io.tillstream.catalog.productimport.ProductLine.Code;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line must keep to by itself; the first rule it breaks is its refusal. */
final class LineRules {
    // a comma before three digits could be either kind of separator: better refused than wrong by a factor of thousand
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,4}|,[0-9]{1,2})?");
    private static final Pattern TAX_CATEGORY = Pattern.compile("[A-Z][A-Z0-9_]{0,29}");
    private static final Set<String> TRACKINGS = Set.of("NONE", "LOT", "SERIAL");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("piece", "PIECE"),
            Map.entry("pieces", "PIECE"),
            Map.entry("pcs", "PIECE"),
            Map.entry("pc", "PIECE"),
            Map.entry("kg", "KG"),
            Map.entry("kilogram", "KG"),
            Map.entry("l", "LITRE"),
            Map.entry("litre", "LITRE"),
            Map.entry("liter", "LITRE"),
            Map.entry("m", "METRE"),
            Map.entry("metre", "METRE"),
            Map.entry("meter", "METRE"));
    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "true", true, "yes", true, "1", true, "y", true, "false", false, "no", false, "0", false, "n", false);

    private final Header header;

    LineRules(Header header) {
        this.header = header;
    }

    /** @throws Broken at the first rule that the row breaks */
    ProductLine check(int line, List<String> row) throws Broken {
        if (row.size() != header.width()) {
            throw new Broken(
                    "cells-do-not-match",
                    "The line has " + row.size() + " cells, the first line names " + header.width()
                            + " columns. Is a separator inside a text not quoted?");
        }
        List<Code> codes = CodeCell.codes(text(row, Column.BARCODES, 4000));
        String sku = sku(text(row, Column.SKU, 60), codes);
        String name = text(row, Column.NAME, 200);
        if (name == null || name.isEmpty()) {
            throw new Broken("name-missing", "The product " + sku + " has no name.");
        }
        BigDecimal price = price(text(row, Column.PRICE, 40));
        boolean priced = price != null || (codes != null && codes.stream().anyMatch(code -> code.price() != null));
        String currency = currency(text(row, Column.CURRENCY, 40), priced);
        if (codes != null && currency != null) {
            CodeCell.checkPrices(codes, currency);
        }
        return new ProductLine(
                line,
                id(text(row, Column.ID, 40)),
                sku,
                name,
                text(row, Column.DESCRIPTION, 4000),
                text(row, Column.BRAND, 100),
                category(row),
                unit(text(row, Column.UNIT, 40)),
                taxCategory(text(row, Column.TAX_CATEGORY, 40)),
                stockTracked(text(row, Column.STOCK_TRACKED, 40)),
                ageLimit(text(row, Column.AGE_LIMIT, 40)),
                header.has(Column.AGE_LIMIT),
                price,
                currency,
                codes,
                tracking(text(row, Column.TRACKING, 40)),
                text(row, Column.FAMILY, 200),
                OptionCell.options(text(row, Column.OPTIONS, 400)),
                ComponentCell.parts(text(row, Column.COMPONENTS, 20_000)));
    }

    private @Nullable String text(List<String> row, Column column, int longest) throws Broken {
        String cell = header.cell(row, column);
        if (cell != null && cell.length() > longest) {
            throw new Broken(
                    "text-too-long",
                    "The " + named(column) + " has " + cell.length() + " characters; at most " + longest
                            + " are allowed.");
        }
        return cell;
    }

    private static String sku(@Nullable String given, @Nullable List<Code> codes) throws Broken {
        if (given != null && !given.isEmpty()) {
            return given;
        }
        if (codes == null || codes.isEmpty()) {
            throw new Broken("sku-missing", "The line has neither a SKU nor a barcode.");
        }
        return codes.getFirst().code();
    }

    private static @Nullable UUID id(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException e) {
            throw new Broken("id-not-valid", "\"" + cell + "\" is not a UUID. Leave the id empty to get a new one.");
        }
    }

    private @Nullable String category(List<String> row) throws Broken {
        String cell = header.cell(row, Column.CATEGORY);
        String path = cell == null ? null : CategoryText.path(cell);
        if (path != null && path.length() > 400) {
            throw new Broken("text-too-long", "The category has more than 400 characters.");
        }
        return path;
    }

    private static @Nullable String unit(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String unit = UNITS.get(cell.toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new Broken("unit-not-known", "\"" + cell + "\" is not a unit: use piece, kg, litre or metre.");
        }
        return unit;
    }

    private static @Nullable String taxCategory(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String category = cell.toUpperCase(Locale.ROOT);
        if (!TAX_CATEGORY.matcher(category).matches()) {
            throw new Broken(
                    "tax-category-not-valid", "\"" + cell + "\" is not a tax category such as STANDARD or REDUCED.");
        }
        return category;
    }

    private static @Nullable Boolean stockTracked(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        Boolean answer = YES_OR_NO.get(cell.toLowerCase(Locale.ROOT));
        if (answer == null) {
            throw new Broken("yes-or-no", "stockTracked is \"" + cell + "\": use true or false.");
        }
        return answer;
    }

    private static @Nullable Integer ageLimit(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        if (!cell.matches("[1-9][0-9]?")) {
            throw new Broken(
                    "age-limit-not-valid", "The age limit is \"" + cell + "\": use 1 to 99, or leave it empty.");
        }
        return Integer.valueOf(cell);
    }

    private static @Nullable BigDecimal price(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        if (!PRICE.matcher(cell).matches()) {
            throw new Broken(
                    "price-not-valid",
                    "\"" + cell + "\" is not a price such as 4.99, at most 4 decimals, no thousands separators.");
        }
        return new BigDecimal(cell.replace(',', '.'));
    }

    private static @Nullable String tracking(@Nullable String cell) throws Broken {
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        String tracking = cell.toUpperCase(Locale.ROOT);
        if (!TRACKINGS.contains(tracking)) {
            throw new Broken(
                    "tracking-not-known",
                    "\"" + cell + "\" is not a way to tell pieces apart: use none, lot or serial.");
        }
        return tracking;
    }

    private static @Nullable String currency(@Nullable String cell, boolean needed) throws Broken {
        if (cell == null || cell.isEmpty()) {
            if (!needed) {
                return null;
            }
            throw new Broken("currency-missing", "The line has a price but no currency.");
        }
        try {
            return Currency.getInstance(cell.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Broken("currency-not-known", "\"" + cell + "\" is not a currency of ISO 4217, such as EUR.");
        }
    }

    private static String named(Column column) {
        return column.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A line breaks a rule. */
    static final class Broken extends Exception {
        private final String code;

        Broken(String code, String reason) {
            super(reason, null, false, false);
            this.code = code;
        }

        Refusal at(int line) {
            return new Refusal(line, code, String.valueOf(getMessage()));
        }
    }
}
