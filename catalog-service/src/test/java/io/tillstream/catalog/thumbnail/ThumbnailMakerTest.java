package io.tillstream.catalog.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailMakerTest {
    /** One lossy WebP of 1 x 1 pixel. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private final ThumbnailMaker maker = new ThumbnailMaker();

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aLargePictureBecomesTwoSmallOnes(String format) throws IOException {
        Thumbnails made = maker.apply(picture(4_000, 3_000, format));

        assertThat(made.problem()).isNull();
        assertThat(made.thumbnails()).extracting(Thumbnail::edge).containsExactly(160, 640);
        assertThat(made.thumbnails()).extracting(Thumbnail::width).containsExactly(160, 640);
        assertThat(made.thumbnails()).extracting(Thumbnail::height).containsExactly(120, 480);
        assertThat(read(made.thumbnails().getLast()).getWidth()).isEqualTo(640);
    }

    @Test
    void aSmallPictureIsNotBlownUp() throws IOException {
        assertThat(maker.apply(picture(100, 50, "png")).thumbnails())
                .allSatisfy(thumbnail -> assertThat(thumbnail.width()).isEqualTo(100));
    }

    @Test
    void aWebpIsRead() {
        assertThat(maker.apply(WEBP).thumbnails()).hasSize(2);
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);

        BufferedImage small = read(maker.apply(out.toByteArray()).thumbnails().getFirst());

        assertThat(new Color(small.getRGB(20, 20))).isEqualTo(Color.WHITE);
    }

    /** The picture's left half is red. A camera held on its side stores it turned and says so. */
    @ParameterizedTest
    @CsvSource({"1, 100, 50, 10, 25", "3, 100, 50, 90, 25", "6, 50, 100, 25, 10", "8, 50, 100, 25, 90"})
    void aPictureTakenSidewaysStandsUpright(int orientation, int width, int height, int redX, int redY)
            throws IOException {
        byte[] turned = withOrientation(halfRed(100, 50), orientation);

        Thumbnail thumbnail = maker.apply(turned).thumbnails().getFirst();

        assertThat(thumbnail.width()).isEqualTo(width);
        assertThat(thumbnail.height()).isEqualTo(height);
        Color red = new Color(read(thumbnail).getRGB(redX, redY));
        assertThat(red.getRed()).isGreaterThan(200);
        assertThat(red.getBlue()).isLessThan(60);
    }

    /** A few hundred bytes that claim to be 20,000 x 20,000 pixels: nothing of it is decoded. */
    @Test
    void aBombIsNamedByItsSize() {
        Thumbnails refused = maker.apply(pngHeader(20_000, 20_000));

        assertThat(refused.thumbnails()).isEmpty();
        assertThat(refused.problem()).contains("20,000 x 20,000 pixels");
    }

    @Test
    void aDrawingWithAScriptIsRefused() {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(maker.apply(svg).problem()).contains("SVG");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(maker.apply("hello".getBytes(StandardCharsets.UTF_8)).problem())
                .isEqualTo("This is not a JPEG, PNG or WebP picture.");
        assertThat(maker.apply(new byte[0]).problem()).isEqualTo("This is not a JPEG, PNG or WebP picture.");
        assertThat(maker.apply(new byte[ThumbnailMaker.MOST_BYTES + 1]).problem())
                .contains("larger than 10 MB");
    }

    @Test
    void aPictureCutOffHalfwayIsRefused() throws IOException {
        byte[] whole = picture(400, 300, "png");

        assertThat(maker.apply(java.util.Arrays.copyOf(whole, whole.length / 3)).problem())
                .contains("damaged");
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] halfRed(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /** Puts an Exif segment with nothing but the orientation behind the start of a JPEG (CIPA DC-008, 4.5.4 and 4.6.4). */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer body = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(body.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(body.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static BufferedImage read(Thumbnail thumbnail) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(thumbnail.jpeg()));
    }
}
