package io.tillstream.catalog.product;

/** Whether its pieces are told apart: not at all, by the lot they were made in, or each by a serial number. */
public enum Tracking {
    NONE,
    LOT,
    SERIAL
}
