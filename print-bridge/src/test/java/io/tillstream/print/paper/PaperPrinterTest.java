package io.tillstream.print.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The simulator does what a printer would do with the same bytes. */
class PaperPrinterTest {

    private static final int MARGIN = 24;

    private final PaperPrinter printer = new PaperPrinter(80);
    private final ByteArrayOutputStream document = new ByteArrayOutputStream();

    @Test
    void lettersAreThoseOfTheCodePageThatWasChosen() {
        bytes(0x1B, '@', 0x1B, 't', 16).text("Müller 4,99 €\n", "windows-1252");
        bytes(0x1B, 't', 17).text("Чай\n", "IBM866");

        Paper paper = printed();

        assertThat(paper.text()).containsExactly("Müller 4,99 €", "Чай");
        assertThat(paper.unknown()).isEmpty();
    }

    @Test
    void whatDoesNotFitGoesOnInTheNextLineAndDoubleWidthTakesTwice() {
        text("1234567890".repeat(5) + "\n", "US-ASCII");
        bytes(0x1D, '!', 0x10).text("1234567890".repeat(3) + "\n", "US-ASCII");

        assertThat(printed().text())
                .containsExactly("1234567890".repeat(4) + "12345678", "90", "1234567890".repeat(2) + "1234", "567890");
    }

    @Test
    void alignmentAndRasterPutTheDotsWhereTheyBelong() throws IOException {
        bytes(0x1B, 'a', 2, 0x1D, 'v', '0', 0, 1, 0, 2, 0, 0x80, 0x01);

        BufferedImage picture = picture(printed());

        int edge = MARGIN + 576;
        assertThat(picture.getWidth()).isEqualTo(576 + 2 * MARGIN);
        assertThat(isBlack(picture, edge - 8, MARGIN)).isTrue();
        assertThat(isBlack(picture, edge - 1, MARGIN)).isFalse();
        assertThat(isBlack(picture, edge - 1, MARGIN + 1)).isTrue();
    }

    @Test
    void aQrCodeCanBeScannedFromThePaper() throws IOException, NotFoundException {
        byte[] content = "B1-000017".getBytes(StandardCharsets.UTF_8);
        bytes(0x1B, 'a', 1, 0x1D, '(', 'k', 4, 0, 49, 65, 50, 0, 0x1D, '(', 'k', 3, 0, 49, 67, 6);
        bytes(0x1D, '(', 'k', 3, 0, 49, 69, 49, 0x1D, '(', 'k', content.length + 3, 0, 49, 80, 48);
        document.writeBytes(content);
        bytes(0x1D, '(', 'k', 3, 0, 49, 81, 48);

        assertThat(scanned(picture(printed()))).isEqualTo("B1-000017");
    }

    @Test
    void whatItDoesNotKnowItNames() {
        bytes(0x1B, 'Z', 0x1B, 't', 99).text("a\n", "US-ASCII");

        assertThat(printed().unknown()).contains("ESC 5A", "code page 63");
    }

    @Test
    void theDrawerOpensByPulseAndInRealTime() {
        printer.print(new byte[] {0x1B, 'p', 0, 25, (byte) 250, 0x10, 0x14, 1, 0, 1});

        assertThat(printer.kicks()).isEqualTo(2);
        assertThat(printer.papers()).isEmpty();
    }

    private Paper printed() {
        bytes(0x1D, 'V', 66, 0);
        printer.print(document.toByteArray());
        return printer.papers().getFirst();
    }

    private PaperPrinterTest bytes(int... codes) {
        for (int code : codes) {
            document.write(code);
        }
        return this;
    }

    private void text(String text, String charset) {
        document.writeBytes(text.getBytes(Charset.forName(charset)));
    }

    private static BufferedImage picture(Paper paper) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(paper.png()));
    }

    private static boolean isBlack(BufferedImage picture, int x, int y) {
        return (picture.getRGB(x, y) & 0xFFFFFF) == 0;
    }

    private static String scanned(BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, picture.getHeight(), pixels)));
        return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    }
}
