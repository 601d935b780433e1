package io.tillstream.catalog.productimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180) row by row; semicolons and tabs are recognised from the first line. Knows on
 * which line each row starts and bounds what a row may hold, which the usual libraries do not.
 */
final class CsvFile {
    private static final int LARGEST_FIELD = 64 * 1024;
    private static final int MOST_FIELDS = 500;
    private static final int END = -1;

    private final BufferedReader in;
    private final char delimiter;
    private final StringBuilder field = new StringBuilder();
    private int line = 1;
    private int rowStart = 1;
    private boolean skipLineFeed;

    CsvFile(Reader text) throws IOException {
        this.in = new BufferedReader(text, 32 * 1024);
        this.delimiter = delimiter();
    }

    /** The line on which the row last read starts, from 1. */
    int rowStart() {
        return rowStart;
    }

    /**
     * The next row that is not blank, or null at the end.
     *
     * @throws FileNotReadable when it is not text, or a field has no end
     */
    @Nullable
    List<String> next() throws IOException {
        try {
            List<String> row;
            do {
                row = row();
            } while (row != null && row.size() == 1 && row.getFirst().isBlank());
            return row;
        } catch (CharacterCodingException notText) {
            throw FileNotReadable.notUtf8(line);
        }
    }

    private @Nullable List<String> row() throws IOException {
        rowStart = line;
        int next = read();
        if (next == END) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        while (true) {
            next = next == '"' ? quoted() : plain(next);
            fields.add(field.toString());
            field.setLength(0);
            if (fields.size() > MOST_FIELDS) {
                throw FileNotReadable.tooManyFields(rowStart, MOST_FIELDS);
            }
            if (next != delimiter) {
                return fields;
            }
            next = read();
        }
    }

    /** Reads to the end of an unquoted field; what ended it. */
    private int plain(int first) throws IOException {
        int next = first;
        while (next != delimiter && next != '\n' && next != END) {
            append(next);
            next = read();
        }
        return next;
    }

    /** Reads a field after its opening quote; what ended it. Text after the closing quote is kept as it is. */
    private int quoted() throws IOException {
        while (true) {
            int next = read();
            if (next == END) {
                throw FileNotReadable.quoteNotClosed(rowStart);
            }
            if (next == '"') {
                int after = read();
                if (after != '"') {
                    return plain(after);
                }
            }
            append(next);
        }
    }

    private void append(int character) {
        if (character == 0) {
            throw FileNotReadable.notUtf8(line);
        }
        if (field.length() >= LARGEST_FIELD) {
            throw FileNotReadable.fieldTooLarge(rowStart);
        }
        field.append((char) character);
    }

    /** One character; every kind of line end comes as a line feed. */
    private int read() throws IOException {
        int character = in.read();
        if (skipLineFeed && character == '\n') {
            character = in.read();
        }
        skipLineFeed = character == '\r';
        if (character == '\r' || character == '\n') {
            line++;
            return '\n';
        }
        return character;
    }

    private char delimiter() throws IOException {
        in.mark(LARGEST_FIELD);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        try {
            for (int i = 0, next = in.read();
                    i < LARGEST_FIELD - 1 && next != '\n' && next != '\r' && next != END;
                    i++) {
                commas += next == ',' ? 1 : 0;
                semicolons += next == ';' ? 1 : 0;
                tabs += next == '\t' ? 1 : 0;
                next = in.read();
            }
        } catch (CharacterCodingException notText) {
            throw FileNotReadable.notUtf8(1);
        }
        in.reset();
        if (semicolons > commas) {
            return semicolons >= tabs ? ';' : '\t';
        }
        return tabs > commas ? '\t' : ',';
    }
}
