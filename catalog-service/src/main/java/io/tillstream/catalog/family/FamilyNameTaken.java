package io.tillstream.catalog.family;

import io.tillstream.platform.web.Failure;

/** Two families of one name could not be told apart at a till. */
class FamilyNameTaken extends Failure {
    FamilyNameTaken(String name) {
        super(Kind.CONFLICT, "product-family-name-taken", "There is a family \"" + name + "\" already.");
        with("/name", "Choose another name, or use that family.");
    }
}
