package io.tillstream.local.trade.replay;

import io.tillstream.local.Trouble;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the columns of "Online Retail". A row it cannot read stops the replay before anything is traded. */
final class DayFileParser {

    private static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    // few thousand distinct texts in hundreds of thousands of rows
    private final Map<String, String> texts = new HashMap<>();

    List<SourceRow> rows(String file, String csv) {
        List<SourceRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), FORMAT)) {
            List<String> missing = COLUMNS.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw unreadable("%s misses the column %s".formatted(file, String.join(", ", missing)));
            }
            for (CSVRecord row : parser) {
                rows.add(row(file, parser.getCurrentLineNumber(), row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return rows;
    }

    private SourceRow row(String file, long line, CSVRecord row) {
        if (!row.isConsistent()) {
            throw unreadable("%s line %d has %d columns".formatted(file, line, row.size()));
        }
        try {
            SourceRow parsed = new SourceRow(
                    row.get("InvoiceNo").strip(),
                    text(row.get("StockCode").strip()),
                    text(row.get("Description").strip()),
                    plain(row.get("Quantity")),
                    LocalDateTime.parse(row.get("InvoiceDate").strip(), TIME),
                    plain(row.get("UnitPrice")),
                    text(customer(row.get("CustomerID").strip())),
                    text(row.get("Country").strip()));
            check(file, line, parsed);
            return parsed;
        } catch (NumberFormatException | DateTimeException e) {
            throw unreadable("%s line %d: %s".formatted(file, line, e.getMessage()));
        }
    }

    private static void check(String file, long line, SourceRow row) {
        String fault = "";
        if (row.documentNumber().isEmpty() || row.stockCode().isEmpty()) {
            fault = "InvoiceNo and StockCode are needed";
        } else if (row.quantity().signum() == 0) {
            fault = "the quantity is zero";
        } else if (row.quantity().scale() > 3) {
            fault = "the quantity has more than three decimals";
        } else if (row.unitPrice().signum() < 0) {
            fault = "the price is negative";
        } else if (row.unitPrice().scale() > 4) {
            fault = "the price has more than four decimals";
        }
        if (!fault.isEmpty()) {
            throw unreadable("%s line %d: %s".formatted(file, line, fault));
        }
    }

    /** 150.0 and 150 are one price, 0.001 keeps its decimals. */
    private static BigDecimal plain(String number) {
        BigDecimal value = new BigDecimal(number.strip()).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The source writes customer numbers as 17850.0. */
    private static String customer(String number) {
        return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
    }

    private static Trouble unreadable(String cause) {
        return new Trouble(cause + ".", "Correct the file; nothing of it was traded.");
    }

    private String text(String text) {
        return texts.computeIfAbsent(text, kept -> kept);
    }
}
