package io.tillstream.print.paper;

import io.tillstream.print.paper.TextLine.Alignment;
import io.tillstream.print.paper.TextLine.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Does what ESC/POS commands say, on paper that is a picture. Commands it does not know it names and leaves out. */
final class EscPosReader {

    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int FS = 0x1C;
    private static final int DLE = 0x10;
    private static final int LF = 0x0A;
    private static final int CR = 0x0D;
    private static final int LINE_SPACING = 30;
    /** From the print head to the knife. */
    private static final int TO_THE_KNIFE = 90;

    /** Where finished papers and kicks of the drawer go. */
    interface Desk {
        void cut(Paper paper);

        void drawerKicked();
    }

    private final BitmapFont font;
    private final int width;
    private final Desk desk;
    private Roll roll;
    private TextLine line;
    private List<String> text = new ArrayList<>();
    private List<String> unknown = new ArrayList<>();
    private int page;
    private int spacing = LINE_SPACING;
    private Alignment alignment = Alignment.LEFT;
    private Style style = Style.PLAIN;
    private int qrModule = 3;
    private int qrLevel = 48;
    private byte[] qrContent = {};

    EscPosReader(BitmapFont font, int width, Desk desk) {
        this.font = font;
        this.width = width;
        this.desk = desk;
        this.roll = new Roll(width);
        this.line = new TextLine(font);
    }

    void read(byte[] document) {
        Bytes bytes = new Bytes(document);
        while (bytes.hasMore()) {
            int code = bytes.next();
            switch (code) {
                case ESC -> escape(bytes);
                case GS -> group(bytes);
                case FS -> file(bytes);
                case DLE -> realTime(bytes);
                case LF -> endLine();
                case CR -> {}
                default -> letter(code);
            }
        }
    }

    private void escape(Bytes bytes) {
        int command = bytes.next();
        switch (command) {
            case '@' -> reset();
            case 't' -> page = known(bytes.next());
            case 'R' -> bytes.next();
            case 'a' -> alignment = Alignment.numbered(bytes.next());
            case 'E' ->
                style = new Style(isOn(bytes), style.underlined(), style.inverted(), style.wide(), style.tall());
            case '-' -> style = new Style(style.bold(), isOn(bytes), style.inverted(), style.wide(), style.tall());
            case '2' -> spacing = LINE_SPACING;
            case '3' -> spacing = bytes.next();
            case 'd' -> feedLines(bytes.next());
            case 'J' -> {
                endText();
                roll.feed(bytes.next());
            }
            case 'p' -> {
                bytes.take(3);
                desk.drawerKicked();
            }
            default -> unknown("ESC", command);
        }
    }

    private void group(Bytes bytes) {
        int command = bytes.next();
        switch (command) {
            case '!' -> {
                int size = bytes.next();
                style = new Style(
                        style.bold(), style.underlined(), style.inverted(), (size >> 4 & 7) + 1, (size & 7) + 1);
            }
            case 'B' -> style = new Style(style.bold(), style.underlined(), isOn(bytes), style.wide(), style.tall());
            case 'V' -> cut(bytes);
            case 'v' -> raster(bytes);
            case '(' -> symbol(bytes);
            default -> unknown("GS", command);
        }
    }

    private void file(Bytes bytes) {
        int command = bytes.next();
        if (command != '.') {
            unknown("FS", command);
        }
    }

    private void realTime(Bytes bytes) {
        int command = bytes.next();
        switch (command) {
            case 0x04 -> bytes.next();
            case 0x14 -> {
                bytes.take(3);
                desk.drawerKicked();
            }
            default -> unknown("DLE", command);
        }
    }

    private void letter(int code) {
        char letter = CodePages.letter(page, code);
        if (!font.has(letter)) {
            unknown.add(String.format(Locale.ROOT, "letter %02X of page %d", code, page));
        }
        if (line.width() + BitmapFont.WIDTH * style.wide() > width) {
            endLine();
        }
        line.add(letter, style);
    }

    private void endLine() {
        int height = line.height();
        text.add(line.text());
        line.drawOn(roll, alignment);
        roll.feed(Math.max(spacing, height + (height > BitmapFont.HEIGHT ? spacing - BitmapFont.HEIGHT : 0)));
        line = new TextLine(font);
    }

    /** Ends a line that was begun; pictures and cuts start at the edge. */
    private void endText() {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    private void feedLines(int lines) {
        endText();
        roll.feed(lines * spacing);
    }

    private void raster(Bytes bytes) {
        bytes.take(2);
        int bytesPerRow = bytes.nextPair();
        int height = bytes.nextPair();
        byte[] dots = bytes.take(bytesPerRow * height);
        endText();
        int left = alignment.leftEdge(width, bytesPerRow * 8);
        for (int at = 0; at < dots.length * 8; at++) {
            if ((dots[at / 8] >>> (7 - at % 8) & 1) == 1) {
                roll.dot(left + at % (bytesPerRow * 8), at / (bytesPerRow * 8));
            }
        }
        roll.feed(height);
        text.add("[picture " + bytesPerRow * 8 + " x " + height + "]");
    }

    private void symbol(Bytes bytes) {
        int kind = bytes.next();
        byte[] told = bytes.take(bytes.nextPair());
        if (kind != 'k' || told.length < 3 || told[0] != 49) {
            unknown("GS (", kind);
            return;
        }
        switch (told[1]) {
            case 65 -> {}
            case 67 -> qrModule = told[2];
            case 69 -> qrLevel = told[2];
            case 80 -> qrContent = Arrays.copyOfRange(told, 3, told.length);
            case 81 -> {
                endText();
                QrSymbol.draw(roll, qrContent, qrModule, qrLevel, alignment);
                text.add("[QR " + new String(qrContent, StandardCharsets.UTF_8) + "]");
            }
            default -> unknown("GS ( k", told[1]);
        }
    }

    private void cut(Bytes bytes) {
        int how = bytes.next();
        endText();
        if (how >= 65) {
            roll.feed(bytes.next() + TO_THE_KNIFE);
        }
        if (!roll.isBlank()) {
            desk.cut(new Paper(roll.png(), List.copyOf(text), List.copyOf(unknown)));
        }
        roll = new Roll(width);
        text = new ArrayList<>();
        unknown = new ArrayList<>();
    }

    /** ESC @ clears the modes, and what stands in the line. */
    private void reset() {
        line = new TextLine(font);
        page = 0;
        spacing = LINE_SPACING;
        alignment = Alignment.LEFT;
        style = Style.PLAIN;
        qrContent = new byte[0];
    }

    private int known(int number) {
        if (!CodePages.knows(number)) {
            unknown("code page", number);
        }
        return number;
    }

    private void unknown(String family, int command) {
        unknown.add(String.format(Locale.ROOT, "%s %02X", family, command));
    }

    private static boolean isOn(Bytes bytes) {
        return (bytes.next() & 1) == 1;
    }
}
