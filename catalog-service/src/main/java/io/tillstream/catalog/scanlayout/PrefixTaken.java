package io.tillstream.catalog.scanlayout;

import io.tillstream.platform.web.Failure;

/** A code could be read in two ways. */
class PrefixTaken extends Failure {
    PrefixTaken(String prefix) {
        super(
                Kind.CONFLICT,
                "scan-layout-prefix-taken",
                "Another active layout of the same stores reads codes that begin with " + prefix + ".");
        with("/prefix", "Change that layout or make it inactive first.");
    }
}
