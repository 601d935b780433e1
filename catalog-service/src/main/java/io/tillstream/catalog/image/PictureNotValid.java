package io.tillstream.catalog.image;

import io.tillstream.platform.web.Failure;

/** What was sent is no picture that we take. */
class PictureNotValid extends Failure {
    PictureNotValid(String detail) {
        super(Kind.RULE_BROKEN, "picture-not-valid", detail);
    }
}
