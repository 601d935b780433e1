package io.tillstream.order.pricing;

import java.util.Map;
import java.util.TreeMap;

/** Why a price list or a promotion does not hold, with what a person needs to understand it. */
record Refusal(String code, Map<String, String> parameters) {

    Refusal(String code) {
        this(code, Map.of());
    }

    /** Its parameters, and the name of what was refused. */
    Map<String, String> parametersWith(String what, String name) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(what, name);
        return all;
    }
}
