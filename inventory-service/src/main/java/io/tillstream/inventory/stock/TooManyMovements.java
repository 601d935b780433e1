package io.tillstream.inventory.stock;

import io.tillstream.platform.web.Failure;

/** Movements were asked for without saying of what. */
class TooManyMovements extends Failure {
    TooManyMovements() {
        super(
                Kind.MALFORMED,
                "too-many-movements",
                "A location has too many movements to list. Name a productId, or the sourceId of a document.");
    }
}
