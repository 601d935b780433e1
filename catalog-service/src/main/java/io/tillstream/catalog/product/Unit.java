package io.tillstream.catalog.product;

/** What a quantity of one means. */
public enum Unit {
    PIECE,
    KG,
    LITRE,
    METRE
}
