package io.tillstream.catalog.productimport;

import java.util.List;

/** A column that is understood, with every name it goes by; of several present the one named first here counts. */
enum Column {
    ID("id", "productid"),
    SKU("sku", "articlenumber", "stockcode", "itemnumber"),
    NAME("name", "productname", "title"),
    /** Open Food Facts gives the pack size as {@code quantity}: "350 g". */
    DESCRIPTION("description", "quantity"),
    BRAND("brand", "brands"),
    CATEGORY("category", "categories", "categoriestags"),
    UNIT("unit"),
    TAX_CATEGORY("taxcategory"),
    PRICE("price", "unitprice"),
    CURRENCY("currency"),
    BARCODES("barcodes", "barcode", "gtin", "ean", "code"),
    STOCK_TRACKED("stocktracked"),
    AGE_LIMIT("agelimit"),
    TRACKING("tracking"),
    FAMILY("family", "productfamily"),
    OPTIONS("options"),
    COMPONENTS("components");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }
}
