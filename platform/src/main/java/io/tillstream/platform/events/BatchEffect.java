package io.tillstream.platform.events;

import java.util.List;

/** What a consumer does with the events it sees for the first time, inside the transaction that remembers them. */
@FunctionalInterface
public interface BatchEffect {
    /** @param events never empty, each at most once, in the order of their keys */
    void apply(List<IncomingEvent> events);
}
