package io.tillstream.catalog.pricebook;

/** What a quantity of one means. */
public enum Unit {
    PIECE,
    KG,
    LITRE,
    METRE
}
