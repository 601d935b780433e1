package io.tillstream.print.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Letters of 12 by 24 dots, as font A of a receipt printer has them, read from the BDF format. */
final class BitmapFont {

    static final int WIDTH = 12;
    static final int HEIGHT = 24;
    private static final char MISSING = '\u25A1';

    /** Rows from top to bottom; the leftmost dot is bit 15. */
    private final Map<Character, int[]> glyphs = new HashMap<>();

    BitmapFont() {
        try (InputStream file = BitmapFont.class.getResourceAsStream("spleen-12x24.bdf")) {
            if (file == null) {
                throw new IllegalStateException("the font is not on the class path");
            }
            read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(char letter) {
        return glyphs.containsKey(letter);
    }

    int[] glyph(char letter) {
        int[] glyph = glyphs.get(letter);
        return glyph == null ? glyphs.getOrDefault(MISSING, new int[HEIGHT]) : glyph;
    }

    private void read(BufferedReader lines) throws IOException {
        int letter = -1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("ENCODING ")) {
                letter = Integer.parseInt(line.substring("ENCODING ".length()));
            } else if (line.equals("BITMAP")) {
                int[] rows = new int[HEIGHT];
                for (int row = 0; row < HEIGHT; row++) {
                    rows[row] = Integer.parseInt(lines.readLine(), 16);
                }
                glyphs.put((char) letter, rows);
            }
        }
    }
}
