package io.tillstream.billing.customerinvoice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.tillstream.billing.paper.Typesetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/** Sets an invoice on A4 pages. The same invoice gives the same bytes: nothing in it depends on when it is printed. */
@Component
class InvoicePdf {
    private final Template template;
    private final Typesetter typesetter;

    InvoicePdf(Typesetter typesetter) throws IOException {
        this.typesetter = typesetter;
        try (InputStreamReader source =
                new InputStreamReader(resource("/invoice/customer-invoice.html"), StandardCharsets.UTF_8)) {
            this.template = Mustache.compiler().escapeHTML(true).compile(source);
        }
    }

    byte[] of(CustomerInvoice invoice) {
        String html = template.execute(InvoicePage.of(invoice));
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            typesetter.set(html, document);
            describe(document, invoice);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(PDDocument document, CustomerInvoice invoice) {
        Calendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        issued.setTimeInMillis(invoice.issuedAt().toEpochMilli());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle("Invoice " + invoice.number());
        information.setAuthor(invoice.seller().name());
        information.setProducer("Tillstream");
        information.setCreationDate(issued);
        information.setModificationDate(issued);
        document.setDocumentInformation(information);
        // without an id of our own PDFBox makes one from the clock
        document.setDocumentId(invoice.id().getLeastSignificantBits());
        document.getDocumentCatalog().setLanguage("en");
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(InvoicePdf.class.getResourceAsStream(path), path);
    }
}
