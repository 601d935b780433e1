package io.tillstream.order.purchaseorder;

import io.tillstream.platform.web.Failure;

class LineNumberTwice extends Failure {

    LineNumberTwice(int index, int lineNo) {
        super(Kind.MALFORMED, "malformed-request", "Two lines have the number " + lineNo + ".");
        with("/lines/" + index + "/lineNo", "must be unique within the order");
    }
}
