package io.tillstream.platform.tracing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The trace a request belongs to, in the form of W3C Trace Context ({@code 00-traceId-spanId-flags}). */
public final class Traceparent {
    static final String HEADER = "traceparent";
    private static final String MDC_TRACEPARENT = "traceparent";
    private static final String MDC_TRACE_ID = "traceId";
    private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final HexFormat HEX = HexFormat.of();

    private Traceparent() {}

    /** The current request's or event's trace, or null outside of one. */
    public static @Nullable String current() {
        return MDC.get(MDC_TRACEPARENT);
    }

    static void enter(@Nullable String received) {
        String traceparent = received != null && VALID.matcher(received).matches() ? received : begin();
        MDC.put(MDC_TRACEPARENT, traceparent);
        MDC.put(MDC_TRACE_ID, traceparent.substring(3, 35));
    }

    static void leave() {
        MDC.remove(MDC_TRACEPARENT);
        MDC.remove(MDC_TRACE_ID);
    }

    /** Runs a piece of work under a trace that came in with an event. */
    public static void within(@Nullable String received, Runnable work) {
        enter(received);
        try {
            work.run();
        } finally {
            leave();
        }
    }

    private static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-" + HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1L) + "-"
                + HEX.toHexDigits(random.nextLong() | 1L) + "-00";
    }
}
