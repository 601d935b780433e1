package io.tillstream.catalog.image;

import io.tillstream.platform.web.Failure;

/** A product has as many pictures as it may have. */
class TooManyImages extends Failure {
    TooManyImages(int most) {
        super(
                Kind.RULE_BROKEN,
                "too-many-images",
                "A product has at most " + most + " pictures. Remove one of them first.");
    }
}
