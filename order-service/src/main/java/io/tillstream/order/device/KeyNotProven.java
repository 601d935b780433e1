package io.tillstream.order.device;

import io.tillstream.platform.web.Failure;

/** A device could not show that it holds the key it wants to be known by. */
class KeyNotProven extends Failure {

    KeyNotProven(String pointer, String detail) {
        super(Kind.RULE_BROKEN, "key-not-proven", "The device did not prove that it holds this key.");
        with(pointer, detail);
    }
}
