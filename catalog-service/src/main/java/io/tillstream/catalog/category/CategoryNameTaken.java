package io.tillstream.catalog.category;

import io.tillstream.platform.web.Failure;

/** Two categories of one parent with one name could not be told apart. */
class CategoryNameTaken extends Failure {
    CategoryNameTaken(String path) {
        super(Kind.CONFLICT, "category-name-taken", "There is a category \"" + path + "\" already.");
        with("/name", "Choose another name, or use that category.");
    }
}
