package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.process.Launch;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How one part is prepared, started, known to be ready, and stopped. */
interface Blueprint {

    Part part();

    /** Every port it listens on. */
    List<Integer> ports();

    /** What it runs: when this changes, a running part is restarted. */
    String version();

    /** Unpacks or initialises what it needs; called before every launch. */
    void prepare() throws Exception;

    Launch launch() throws Exception;

    /** Whether it answers; called several times a second. */
    boolean isReady();

    /**
     * What must be true before others may use it, done whenever it became ready: databases, topics.
     *
     * @param alive false as soon as waiting for it has become pointless
     */
    default void settle(BooleanSupplier alive) throws Exception {}

    /** Who must be ready before it is started. */
    List<Part> needs();

    default String stopSignal() {
        return "TERM";
    }

    /** How long it may take to become ready on a slow machine. */
    default Duration patience() {
        return Duration.ofMinutes(3);
    }
}
