package io.tillstream.platform.web;

import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) from the paths that Jackson and Bean Validation report. */
final class Pointers {
    private Pointers() {}

    static String of(JacksonException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            pointer.append('/')
                    .append(step.getPropertyName() != null ? escape(step.getPropertyName()) : step.getIndex());
        }
        return pointer.toString();
    }

    /** {@code lines[0].quantity} becomes {@code /lines/0/quantity}. */
    static String ofPropertyPath(String path) {
        return "/" + path.replace("].", "/").replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
