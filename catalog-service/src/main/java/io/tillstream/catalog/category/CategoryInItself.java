package io.tillstream.catalog.category;

import io.tillstream.platform.web.Failure;

/** The tree would be a circle. */
class CategoryInItself extends Failure {
    CategoryInItself(String name) {
        super(Kind.RULE_BROKEN, "category-circular", "The category \"" + name + "\" cannot lie in itself.");
        with("/parentId", "Choose another parent, or leave it empty.");
    }
}
