package io.tillstream.catalog.productimport;

import io.tillstream.platform.web.Failure;

/** Somebody took a SKU or barcode of the file while it was being stored. */
class CatalogChangedMeanwhile extends Failure {
    CatalogChangedMeanwhile() {
        super(
                Kind.CONFLICT,
                "catalog-changed-meanwhile",
                "Somebody gave a SKU or barcode of this file to another product just now; nothing was stored. Send the file again.");
    }
}
