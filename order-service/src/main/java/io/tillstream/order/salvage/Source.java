package io.tillstream.order.salvage;

/** What a salvage reads. */
enum Source {
    /** What the device's list had saved as a file. */
    FILE,
    /** The codes on paper receipts, one after the other. */
    RECEIPTS
}
