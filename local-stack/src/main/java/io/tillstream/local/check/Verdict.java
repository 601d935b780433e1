package io.tillstream.local.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check found.
 *
 * @param checked how many things were looked at; none of nothing is no proof, so it is shown
 * @param violations what is wrong, at most {@link #MOST} of them in words
 */
record Verdict(long checked, long wrong, List<String> violations) {

    static final int MOST = 20;

    static Verdict of(long checked, List<String> violations) {
        return new Verdict(
                checked, violations.size(), List.copyOf(violations.subList(0, Math.min(MOST, violations.size()))));
    }

    boolean ok() {
        return wrong == 0;
    }

    Verdict and(Verdict other) {
        List<String> both = new ArrayList<>(violations);
        both.addAll(other.violations);
        return new Verdict(
                checked + other.checked,
                wrong + other.wrong,
                List.copyOf(both.subList(0, Math.min(MOST, both.size()))));
    }
}
