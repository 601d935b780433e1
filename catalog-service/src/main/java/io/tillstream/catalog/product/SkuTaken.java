package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;

/** Another product has this SKU already; capitals do not tell SKUs apart. */
class SkuTaken extends Failure {
    SkuTaken(String sku, String otherName) {
        super(Kind.CONFLICT, "sku-taken", "\"" + otherName + "\" already has the SKU " + sku + ".");
        with("/sku", "Choose another SKU, or change that product.");
    }
}
