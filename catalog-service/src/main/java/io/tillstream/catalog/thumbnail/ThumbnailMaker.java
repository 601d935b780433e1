package io.tillstream.catalog.thumbnail;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.filters.Canvas;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Makes upright thumbnails of a JPEG, PNG or WebP picture. Pure: bytes in, bytes out. Of a large picture only every n-th pixel is
 * kept while it is read, so that memory follows the thumbnail and not the sender.
 */
public final class ThumbnailMaker implements Function<byte[], Thumbnails> {
    /** Longest sides in pixels: a key of the till, and a sheet or the customer's display. */
    public static final List<Integer> EDGES = List.of(160, 640);

    /** A file larger than this is not looked at. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_SIDE = 12_000;
    private static final int QUALITY_PERCENT = 82;

    @Override
    public Thumbnails apply(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Thumbnails.refused("The picture is larger than 10 MB. Save it smaller and send it again.");
        }
        Optional<PictureFormat> format = PictureFormat.of(bytes);
        if (format.isEmpty()) {
            return Thumbnails.refused(
                    PictureFormat.isMarkup(bytes)
                            ? "Drawings such as SVG are not taken because they can carry programs. Save it as PNG."
                            : "This is not a JPEG, PNG or WebP picture.");
        }
        try {
            return read(bytes, format.get());
        } catch (IOException | RuntimeException damaged) {
            // readers of pictures answer damage with whatever exception they happen to meet
            return Thumbnails.refused(
                    "The picture is damaged and cannot be read. Save it again and send it once more.");
        }
    }

    private static Thumbnails read(byte[] bytes, PictureFormat format) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(format.readerName()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, false);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > format.mostPixels()) {
                return Thumbnails.refused(
                        "The picture has %,d x %,d pixels; at most %d million are read. Save it smaller."
                                .formatted(width, height, format.mostPixels() / 1_000_000));
            }
            // cameras say in their JPEG files how they were held; other formats come from programs that turned the
            // picture
            Orientation orientation =
                    format == PictureFormat.JPEG ? ExifUtils.getExifOrientation(reader, 0) : Orientation.TOP_LEFT;
            ImageReadParam sparse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (2 * EDGES.getLast()));
            sparse.setSourceSubsampling(step, step, 0, 0);
            return scaled(upright(onWhite(reader.read(0, sparse)), orientation));
        } finally {
            reader.dispose();
        }
    }

    /** JPEG knows no transparency. */
    private static BufferedImage onWhite(BufferedImage picture) {
        return new Canvas(picture.getWidth(), picture.getHeight(), Positions.CENTER, Color.WHITE).apply(picture);
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        if (orientation == null || orientation == Orientation.TOP_LEFT) {
            return picture;
        }
        ImageFilter turn = ExifFilterUtils.getFilterForOrientation(orientation);
        return turn.apply(picture);
    }

    private static Thumbnails scaled(BufferedImage picture) throws IOException {
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (int edge : EDGES) {
            int longest = Math.max(picture.getWidth(), picture.getHeight());
            double factor = Math.min(1.0, (double) edge / longest);
            BufferedImage small = net.coobird.thumbnailator.Thumbnails.of(picture)
                    .scale(factor)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            net.coobird.thumbnailator.Thumbnails.of(small)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY_PERCENT / 100.0)
                    .toOutputStream(out);
            thumbnails.add(new Thumbnail(edge, small.getWidth(), small.getHeight(), out.toByteArray()));
        }
        return new Thumbnails(thumbnails, null);
    }
}
