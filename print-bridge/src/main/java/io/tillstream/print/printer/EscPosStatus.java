package io.tillstream.print.printer;

/** The answers to ESC/POS's real-time status requests (DLE EOT n). */
final class EscPosStatus {

    static final byte[] WHY_OFFLINE = {0x10, 0x04, 0x02};
    static final byte[] PAPER = {0x10, 0x04, 0x04};

    private static final int COVER_OPEN = 0x04;
    private static final int STOPPED_BY_PAPER_END = 0x20;
    private static final int PAPER_END = 0x60;

    private EscPosStatus() {}

    /**
     * @param whyOffline the answer to {@link #WHY_OFFLINE}
     * @param paper the answer to {@link #PAPER}
     */
    static PrinterState of(int whyOffline, int paper) {
        if ((whyOffline & COVER_OPEN) != 0) {
            return PrinterState.COVER_OPEN;
        }
        boolean empty = (whyOffline & STOPPED_BY_PAPER_END) != 0 || (paper & PAPER_END) != 0;
        return empty ? PrinterState.OUT_OF_PAPER : PrinterState.READY;
    }
}
