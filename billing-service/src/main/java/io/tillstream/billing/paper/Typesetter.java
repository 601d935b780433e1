package io.tillstream.billing.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/** Sets HTML on the pages of a PDF. */
@Component
public class Typesetter {

    Typesetter() {
        XRLog.setLoggingEnabled(false);
    }

    /** The caller describes the document and writes it. */
    public void set(String html, PDDocument document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.useFont(() -> font("NotoSans-Regular"), "Noto Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("NotoSans-SemiBold"), "Noto Sans", 600, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans"), "DejaVu Sans", 400, FontStyle.NORMAL, true);
        builder.usePDDocument(document);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Typesetter.class.getResourceAsStream("/fonts/" + name + ".ttf"), name);
    }
}
