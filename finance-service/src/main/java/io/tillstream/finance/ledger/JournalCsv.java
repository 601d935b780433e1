package io.tillstream.finance.ledger;

import io.tillstream.platform.web.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The journal as CSV (RFC 4180), one line per posting, read and written page by page so that its length does not matter. */
@Component
class JournalCsv {
    private static final String HEADER =
            "businessDate,storeId,entryId,sourceType,sourceId,reference,occurredAt,account,accountName,debit,credit,"
                    + "currency,taxCategory,taxRate";

    private final JournalReader journal;

    JournalCsv(JournalReader journal) {
        this.journal = journal;
    }

    void write(JournalQuestion question, Writer out) throws IOException {
        out.write(HEADER + "\r\n");
        JournalQuestion.@Nullable Place after = null;
        do {
            Page<JournalLine> page = journal.read(question, after, Page.LARGEST);
            for (JournalLine entry : page.items()) {
                write(entry, out);
            }
            after = JournalQuestion.Place.of(page.nextCursor());
        } while (after != null);
    }

    private static void write(JournalLine entry, Writer out) throws IOException {
        for (JournalLine.Side posting : entry.postings()) {
            out.write(row(
                    entry.businessDate(),
                    entry.storeId(),
                    entry.id(),
                    entry.sourceType(),
                    entry.sourceId(),
                    entry.reference(),
                    entry.occurredAt(),
                    posting.account(),
                    posting.name(),
                    posting.debit().toPlainString(),
                    posting.credit().toPlainString(),
                    entry.currency(),
                    posting.taxCategory(),
                    posting.taxRate() == null ? null : posting.taxRate().toPlainString()));
        }
    }

    private static String row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(JournalCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front; debit and credit are never negative. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
