package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** A scan must mean one product: another active one has this barcode already. */
class BarcodeTaken extends Failure {
    BarcodeTaken(String code, UUID other, String otherSku, String otherName, int index) {
        super(
                Kind.CONFLICT,
                "barcode-taken",
                "Barcode " + code + " belongs to \"" + otherName + "\" (SKU " + otherSku + ", id " + other + ").");
        with("/barcodes/" + index + "/code", "Take it off that product first, or make that product inactive.");
    }
}
