package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;

/** A variant that its family does not know, or a bundle that cannot be put together. */
class ProductNotValid extends Failure {
    ProductNotValid(String slug, String pointer, String detail) {
        super(Kind.RULE_BROKEN, slug, detail);
        with(pointer, detail);
    }
}
