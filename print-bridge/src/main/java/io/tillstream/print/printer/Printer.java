package io.tillstream.print.printer;

/** A receipt printer that understands ESC/POS. One thread at a time talks to it. */
public interface Printer {

    PrinterState state();

    Outcome print(byte[] document);
}
