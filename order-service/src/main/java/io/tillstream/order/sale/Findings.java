package io.tillstream.order.sale;

import io.tillstream.platform.web.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document so that one answer names it all; costs nothing while nothing is wrong. */
final class Findings {

    private static final int MOST = 50;

    private final Supplier<Failure> newFailure;
    private @Nullable Failure failure;
    private int count;

    Findings(Supplier<Failure> newFailure) {
        this.newFailure = newFailure;
    }

    void add(String pointer, String detail) {
        if (failure == null) {
            failure = newFailure.get();
        }
        if (count++ < MOST) {
            failure.with(pointer, detail);
        }
    }

    void throwIfAny() {
        if (failure != null) {
            throw failure;
        }
    }
}
