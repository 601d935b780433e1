package io.tillstream.print.paper;

import java.util.Arrays;

/** Reads a document from front to back; past its end everything is zero. */
final class Bytes {

    private final byte[] document;
    private int at;

    Bytes(byte[] document) {
        this.document = document;
    }

    boolean hasMore() {
        return at < document.length;
    }

    int next() {
        return hasMore() ? document[at++] & 0xFF : 0;
    }

    /** Two bytes, the lower one first. */
    int nextPair() {
        int low = next();
        return low + 256 * next();
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(document, at, Math.min(at + count, document.length));
        at += taken.length;
        return taken;
    }
}
