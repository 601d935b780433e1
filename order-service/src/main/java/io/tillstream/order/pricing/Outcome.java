package io.tillstream.order.pricing;

import org.jspecify.annotations.Nullable;

/** What a promotion did: how often, or why not. */
record Outcome(int times, @Nullable Refusal refusal) {

    static Outcome applied(int times) {
        return new Outcome(times, null);
    }

    static Outcome refused(Refusal refusal) {
        return new Outcome(0, refusal);
    }

    static Outcome refused(String code) {
        return refused(new Refusal(code));
    }
}
