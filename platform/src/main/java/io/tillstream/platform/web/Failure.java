package io.tillstream.platform.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal in domain words. Subclasses are named after what went wrong ({@code TillNotOpen}); the slug is the stable
 * {@code type} of the problem, the detail tells the user what to do.
 */
public abstract class Failure extends RuntimeException {
    /** How the caller should take it; each maps to one HTTP status. */
    public enum Kind {
        MALFORMED(HttpStatus.BAD_REQUEST),
        FORBIDDEN(HttpStatus.FORBIDDEN),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        CONFLICT(HttpStatus.CONFLICT),
        STALE(HttpStatus.PRECONDITION_FAILED),
        RULE_BROKEN(HttpStatus.UNPROCESSABLE_CONTENT),
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

        final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }
    }

    private final Kind kind;
    private final String slug;
    private final List<FieldError> errors = new ArrayList<>();
    private @Nullable Duration retryAfter;

    protected Failure(Kind kind, String slug, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.slug = slug;
    }

    /**
     * Names one offending place.
     *
     * @param pointer JSON pointer into the request body (RFC 6901)
     */
    public final Failure with(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return this;
    }

    /** Says when the same request may succeed (RFC 9110, 10.2.3); told in whole seconds, one at least. */
    public final Failure retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public final int status() {
        return kind.status.value();
    }

    public final Kind kind() {
        return kind;
    }

    public final String slug() {
        return slug;
    }

    public final List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
