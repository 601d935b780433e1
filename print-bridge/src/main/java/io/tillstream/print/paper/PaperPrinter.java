package io.tillstream.print.paper;

import io.tillstream.print.printer.Outcome;
import io.tillstream.print.printer.Printer;
import io.tillstream.print.printer.PrinterState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A printer for people without one, and for tests: its receipts are pictures, its paper runs out when it is told so. */
public final class PaperPrinter implements Printer {

    private static final int KEPT = 20;
    private static final int NARROW_MM = 58;
    private static final int NARROW_DOTS = 384;
    private static final int WIDE_DOTS = 576;

    private final EscPosReader reader;
    private final Deque<Paper> papers = new ArrayDeque<>();
    private PrinterState state = PrinterState.READY;
    private int cut;
    private int kicks;

    public PaperPrinter(int paperMm) {
        int dots = paperMm == NARROW_MM ? NARROW_DOTS : WIDE_DOTS;
        reader = new EscPosReader(new BitmapFont(), dots, new EscPosReader.Desk() {
            @Override
            public void cut(Paper paper) {
                keep(paper);
            }

            @Override
            public void drawerKicked() {
                kicks++;
            }
        });
    }

    @Override
    public synchronized PrinterState state() {
        return state;
    }

    @Override
    public synchronized Outcome print(byte[] document) {
        if (state == PrinterState.GONE) {
            return Outcome.NOT_BEGUN;
        }
        reader.read(document);
        return Outcome.TAKEN;
    }

    public synchronized void become(PrinterState wanted) {
        state = wanted;
    }

    /** The last receipts, newest first. */
    public synchronized List<Paper> papers() {
        return List.copyOf(papers);
    }

    /** How many receipts were cut off since the bridge started. */
    public synchronized int cut() {
        return cut;
    }

    /** How often the cash drawer was told to open. */
    public synchronized int kicks() {
        return kicks;
    }

    private void keep(Paper paper) {
        cut++;
        papers.addFirst(paper);
        if (papers.size() > KEPT) {
            papers.removeLast();
        }
    }
}
