package io.tillstream.catalog.scanlayout;

import io.tillstream.platform.web.Failure;

/** A layout that no scale can print. */
class LayoutNotValid extends Failure {
    LayoutNotValid(String pointer, String detail) {
        super(Kind.RULE_BROKEN, "scan-layout-not-valid", detail);
        with(pointer, detail);
    }
}
