package io.tillstream.purchasing.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.tillstream.platform.mail.MailFailed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Prints a letter as PDF, A4. */
@Component
public class PdfPress {

    private static final String FAMILY = "Open Sans";
    private static final int REGULAR = 400;
    private static final int SEMI_BOLD = 600;

    private final Template page = Template.html("purchase-order.html");

    PdfPress() {
        XRLog.setLoggingEnabled(false); // it writes several lines per document to standard error
    }

    /** @throws MailFailed when the letter cannot be printed */
    public byte[] print(Letter letter) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> font("OpenSans-Regular"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("OpenSans-SemiBold"), FAMILY, SEMI_BOLD, FontStyle.NORMAL, true);
        builder.withProducer("Tillstream");
        builder.withHtmlContent(page.fill(letter), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException | RuntimeException e) {
            throw new MailFailed("The document cannot be printed: " + e.getMessage(), true, e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(
                PdfPress.class.getResourceAsStream("/fonts/ttf/OpenSans/" + name + ".ttf"), name + " is missing");
    }
}
