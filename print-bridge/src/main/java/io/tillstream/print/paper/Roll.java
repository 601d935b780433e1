package io.tillstream.print.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;

/** The strip of paper that comes out: rows of dots, as many as were printed. */
final class Roll {

    private static final int MARGIN = 24;
    /** Two and a half metres: whoever prints more has lost control of it. */
    private static final int LONGEST = 20_000;

    private final int width;
    private final List<BitSet> rows = new ArrayList<>();
    private int top;

    Roll(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    boolean isBlank() {
        return rows.stream().allMatch(BitSet::isEmpty);
    }

    /** Makes a dot black, seen from where the paper is now; what is beyond the edge is lost, as on paper. */
    void dot(int x, int y) {
        int row = top + y;
        if (x < 0 || x >= width || row >= LONGEST) {
            return;
        }
        while (rows.size() <= row) {
            rows.add(new BitSet(width));
        }
        rows.get(row).set(x);
    }

    /** Moves the paper on. */
    void feed(int dots) {
        top = Math.min(top + dots, LONGEST);
        while (rows.size() < top) {
            rows.add(new BitSet(width));
        }
    }

    byte[] png() {
        BufferedImage image =
                new BufferedImage(width + 2 * MARGIN, rows.size() + 2 * MARGIN, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, isBlack(x - MARGIN, y - MARGIN) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private boolean isBlack(int x, int y) {
        return x >= 0 && x < width && y >= 0 && y < rows.size() && rows.get(y).get(x);
    }
}
