package io.tillstream.print.paper;

import java.util.ArrayList;
import java.util.List;

/** Letters that stand beside each other until the line is full or fed. */
final class TextLine {

    /** Where a line stands between the edges, by the numbers of ESC a. */
    enum Alignment {
        LEFT,
        CENTRE,
        RIGHT;

        static Alignment numbered(int number) {
            return switch (number) {
                case 1, 49 -> CENTRE;
                case 2, 50 -> RIGHT;
                default -> LEFT;
            };
        }

        int leftEdge(int paper, int content) {
            return switch (this) {
                case LEFT -> 0;
                case CENTRE -> Math.max(0, (paper - content) / 2);
                case RIGHT -> Math.max(0, paper - content);
            };
        }
    }

    /**
     * @param wide how many times as wide as a plain letter
     * @param tall how many times as tall
     */
    record Style(boolean bold, boolean underlined, boolean inverted, int wide, int tall) {
        static final Style PLAIN = new Style(false, false, false, 1, 1);
    }

    private record Cell(char letter, Style style) {
        int width() {
            return BitmapFont.WIDTH * style.wide();
        }
    }

    private final BitmapFont font;
    private final List<Cell> cells = new ArrayList<>();

    TextLine(BitmapFont font) {
        this.font = font;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    int width() {
        return cells.stream().mapToInt(Cell::width).sum();
    }

    void add(char letter, Style style) {
        cells.add(new Cell(letter, style));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        cells.forEach(cell -> text.append(cell.letter()));
        return text.toString();
    }

    int height() {
        return BitmapFont.HEIGHT
                * cells.stream().mapToInt(cell -> cell.style().tall()).max().orElse(1);
    }

    void drawOn(Roll roll, Alignment alignment) {
        int x = alignment.leftEdge(roll.width(), width());
        for (Cell cell : cells) {
            draw(cell, roll, x, height());
            x += cell.width();
        }
    }

    /** Letters of different heights stand on one base line. */
    private void draw(Cell cell, Roll roll, int left, int lineHeight) {
        Style style = cell.style();
        int[] glyph = font.glyph(cell.letter());
        int top = lineHeight - BitmapFont.HEIGHT * style.tall();
        for (int y = 0; y < BitmapFont.HEIGHT * style.tall(); y++) {
            int row = glyph[y / style.tall()];
            if (style.bold()) {
                row |= row >>> 1;
            }
            boolean line = style.underlined() && y >= BitmapFont.HEIGHT * style.tall() - 2;
            for (int x = 0; x < cell.width(); x++) {
                boolean black = line || (row >>> (15 - x / style.wide()) & 1) == 1;
                if (black != style.inverted()) {
                    roll.dot(left + x, top + y);
                }
            }
        }
    }
}
