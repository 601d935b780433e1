package io.tillstream.edge;

/** The relay does not do what it was asked for. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;

    Refused(int status, String slug, String detail) {
        super(detail);
        this.status = status;
        this.slug = slug;
    }

    int status() {
        return status;
    }

    String slug() {
        return slug;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
