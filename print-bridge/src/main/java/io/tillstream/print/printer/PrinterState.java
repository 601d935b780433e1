package io.tillstream.print.printer;

/** What a printer says of itself, as a person would say it. */
public enum PrinterState {
    READY("The printer is ready."),
    OUT_OF_PAPER("The printer is out of paper."),
    COVER_OPEN("The cover of the printer is open."),
    GONE("The printer does not answer: check its power and its cable.");

    private final String words;

    PrinterState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
