package io.tillstream.catalog.productimport;

import io.tillstream.platform.web.Failure;

/** Two imports at once could not agree on what is new. */
class ImportRunning extends Failure {
    ImportRunning() {
        super(
                Kind.CONFLICT,
                "import-running",
                "Another import or change set is at work. Send the file again when it is done.");
    }
}
