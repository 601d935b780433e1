package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;

/** Barcodes that no till could scan, or that are given twice. */
class BarcodeNotValid extends Failure {
    BarcodeNotValid() {
        super(Kind.RULE_BROKEN, "barcode-not-valid", "Some barcodes are not valid; nothing was stored.");
    }
}
