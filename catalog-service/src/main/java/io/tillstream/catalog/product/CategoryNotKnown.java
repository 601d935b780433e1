package io.tillstream.catalog.product;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

/** The product names a category that does not exist. */
class CategoryNotKnown extends Failure {
    CategoryNotKnown(UUID categoryId) {
        super(Kind.RULE_BROKEN, "category-not-known", "There is no category " + categoryId + ".");
        with("/categoryId", "Create the category first, or leave it empty.");
    }
}
