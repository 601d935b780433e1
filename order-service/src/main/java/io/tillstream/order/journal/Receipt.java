package io.tillstream.order.journal;

import java.util.List;

/**
 * What became of each entry that was sent, in order.
 *
 * @param results a device need send none of them again, whatever it says
 */
record Receipt(List<Result> results) {

    enum Result {
        STORED,
        NOT_AN_ENTRY,
        SIGNATURE_WRONG,
        NUMBER_TAKEN
    }
}
