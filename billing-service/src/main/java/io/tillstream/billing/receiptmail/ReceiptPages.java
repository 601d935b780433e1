package io.tillstream.billing.receiptmail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tillstream.billing.paper.Typesetter;
import io.tillstream.platform.mail.MailFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** A receipt as the parts of a mail; all of them say the same. */
@Component
class ReceiptPages {

    private static final int COLUMNS = 46;

    private final Template template;
    private final Typesetter typesetter;

    ReceiptPages(Typesetter typesetter) throws IOException {
        this.typesetter = typesetter;
        try (InputStreamReader source = new InputStreamReader(
                Objects.requireNonNull(ReceiptPages.class.getResourceAsStream("/receipt/receipt.html")),
                StandardCharsets.UTF_8)) {
            this.template = Mustache.compiler()
                    .escapeHTML(true)
                    .withFormatter(value -> String.valueOf(value).replaceAll("\\p{Cntrl}", " "))
                    .compile(source);
        }
    }

    String html(MailedReceipt receipt) {
        return template.execute(new Page(
                receipt.subject(),
                receipt.language(),
                receipt.direction().name().toLowerCase(Locale.ROOT),
                receipt.rows().stream().map(Line::of).toList()));
    }

    String text(MailedReceipt receipt) {
        return receipt.rows().stream().map(ReceiptPages::inText).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Empty where lines run from right to left: the typesetter joins no Arabic letters. */
    Optional<byte[]> pdf(MailedReceipt receipt) {
        if (receipt.direction() == MailedReceipt.Direction.RTL) {
            return Optional.empty();
        }
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            typesetter.set(html(receipt), document);
            document.getDocumentInformation().setTitle(receipt.subject());
            document.getDocumentCatalog().setLanguage(receipt.language());
            document.save(out);
            return Optional.of(out.toByteArray());
        } catch (IOException | RuntimeException e) {
            throw new MailFailed("The receipt cannot be set as PDF: " + e.getMessage(), true, e);
        }
    }

    private static String inText(MailedReceipt.Row row) {
        return switch (row.look()) {
            case RULE -> "-".repeat(COLUMNS);
            case TABLE, TABLE_HEAD -> String.join("  ", cellsOf(row)).strip();
            case DETAIL -> apart("  " + row.left(), row.right());
            default -> apart(row.left(), row.right());
        };
    }

    private static String apart(String left, String right) {
        if (right.isEmpty()) {
            return left;
        }
        return left + " ".repeat(Math.max(2, COLUMNS - left.length() - right.length())) + right;
    }

    private static List<String> cellsOf(MailedReceipt.Row row) {
        List<String> cells = row.cells();
        return cells == null ? List.of(row.left(), row.right()) : cells;
    }

    private record Page(String subject, String language, String direction, List<Line> lines) {}

    /** A row as the template asks for it. */
    private record Line(
            String look,
            String left,
            String right,
            boolean rule,
            boolean table,
            boolean whole,
            boolean pair,
            List<String> cells) {
        static Line of(MailedReceipt.Row row) {
            boolean rule = row.look() == MailedReceipt.Look.RULE;
            boolean table = row.look() == MailedReceipt.Look.TABLE || row.look() == MailedReceipt.Look.TABLE_HEAD;
            boolean whole = !rule && !table && row.right().isEmpty();
            String look = row.look().name().toLowerCase(Locale.ROOT);
            return new Line(look, row.left(), row.right(), rule, table, whole, !rule && !table && !whole, cellsOf(row));
        }
    }
}
