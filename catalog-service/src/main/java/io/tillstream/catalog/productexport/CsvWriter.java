package io.tillstream.catalog.productexport;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes comma-separated values (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front. */
final class CsvWriter {
    private static final Pattern FORMULA = Pattern.compile("(?s)^[=+\\-@\\t\\r'].*");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("(?s).*[\",\\r\\n].*|^\\s.*|.*\\s$");

    private final Writer out;

    CsvWriter(Writer out) {
        this.out = out;
    }

    void row(List<? extends @Nullable Object> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.write(separator);
            out.write(cell == null ? "" : written(cell.toString()));
            separator = ",";
        }
        out.write("\r\n");
    }

    private static String written(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).matches() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
