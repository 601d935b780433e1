package io.tillstream.journal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Numbers that have not come, although higher ones have. */
final class Gaps {

    private final NavigableMap<Long, Long> missing = new TreeMap<>();

    void add(long from, long until) {
        missing.put(from, until);
    }

    /** True when the number was missing; it is not any more. */
    boolean fill(long number) {
        Map.Entry<Long, Long> gap = missing.floorEntry(number);
        if (gap == null || gap.getValue() < number) {
            return false;
        }
        missing.remove(gap.getKey());
        if (gap.getKey() < number) {
            add(gap.getKey(), number - 1);
        }
        if (number < gap.getValue()) {
            add(number + 1, gap.getValue());
        }
        return true;
    }

    void forEach(BiConsumer<Long, Long> gap) {
        missing.forEach(gap);
    }
}
