package io.tillstream.customer.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well an opened profile fits what was typed: words that begin as typed count, words that only sound alike do not. */
public final class Closeness {

    private Closeness() {}

    /** More is closer. */
    public static int of(String query, String name, @Nullable String email) {
        List<String> have = new ArrayList<>(Words.of(name));
        if (email != null) {
            have.addAll(Words.of(email));
        }
        int fitting = 0;
        for (String word : Words.of(query)) {
            if (have.stream().anyMatch(mine -> mine.equals(word))) {
                fitting += 2;
            } else if (have.stream().anyMatch(mine -> mine.startsWith(word))) {
                fitting += 1;
            }
        }
        return fitting;
    }
}
