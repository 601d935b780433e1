package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;

/** Somebody else used the same SKU, barcode or id in the same instant. */
class TakenMeanwhile extends Failure {
    TakenMeanwhile() {
        super(
                Kind.CONFLICT,
                "taken-meanwhile",
                "Another product took this SKU or a barcode in the same moment; nothing was stored. Send it again to see which.");
    }
}
