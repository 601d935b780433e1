package io.tillstream.catalog.scanlayout;

/** What a scale writes into its codes. */
enum LabelValue {
    WEIGHT,
    PRICE
}
