package io.tillstream.print.scale;

import java.io.IOException;

/** The way to a scale. One thread at a time uses it. */
public interface Wire extends AutoCloseable {

    /** Sends a command of one letter; the answer with its carriage return, or an exception when none comes in time. */
    byte[] ask(char command) throws IOException;

    @Override
    void close();
}
