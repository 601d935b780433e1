package io.tillstream.platform.web;

import tools.jackson.core.JacksonException;

/** One part of a request is not what belongs there; for requests whose other parts stand for themselves. */
public final class Unreadable extends Failure {
    public Unreadable(JacksonException cause) {
        this(Problems.describe(cause));
    }

    private Unreadable(FieldError error) {
        super(Kind.MALFORMED, Problems.MALFORMED, detail(error));
        with(error.pointer(), error.detail());
    }

    static String detail(FieldError error) {
        return "The body cannot be read: " + error.detail();
    }
}
