package io.tillstream.catalog.productimport;

import io.tillstream.platform.web.Failure;

/** The file as a whole cannot be understood; nothing of it was stored. */
final class FileNotReadable extends Failure {
    private FileNotReadable(String slug, String detail) {
        super(Kind.MALFORMED, slug, detail);
    }

    static FileNotReadable notUtf8(int line) {
        return new FileNotReadable(
                "file-not-utf8",
                "Line " + line
                        + " is not valid UTF-8 text. Save the file as \"CSV UTF-8\" in your spreadsheet and send it again.");
    }

    static FileNotReadable quoteNotClosed(int line) {
        return new FileNotReadable(
                "quote-not-closed",
                "A quote opened on line " + line + " is never closed. Close it, or double it inside a text.");
    }

    static FileNotReadable fieldTooLarge(int line) {
        return new FileNotReadable(
                "field-too-large", "Line " + line + " has a field of more than 64 KB. Is a quote on it never closed?");
    }

    static FileNotReadable tooManyFields(int line, int most) {
        return new FileNotReadable("too-many-fields", "Line " + line + " has more than " + most + " fields.");
    }

    static FileNotReadable empty() {
        return new FileNotReadable("file-empty", "The file is empty: its first line names the columns.");
    }

    static FileNotReadable columnsMissing(String columns, String found) {
        return new FileNotReadable(
                "columns-missing", "The first line names no column for " + columns + ". It names: " + found + ".");
    }

    static FileNotReadable columnRepeated(String column) {
        return new FileNotReadable("column-repeated", "The first line names the column " + column + " twice.");
    }
}
