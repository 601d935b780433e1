package io.tillstream.gateway.observe;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The W3C Trace Context header that follows a request through services and broker. */
public final class TraceParent {
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final HexFormat HEX = HexFormat.of();

    private TraceParent() {}

    /** The caller's own header where it is well formed, else a new trace that is sampled with the given probability. */
    public static String of(@Nullable String received, double sampledShare) {
        return received != null && isWellFormed(received) ? received : create(sampledShare);
    }

    static boolean isSampled(String traceParent) {
        return (Character.digit(traceParent.charAt(LENGTH - 1), 16) & 1) == 1;
    }

    private static String create(double sampledShare) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // | 1 because an id of zeros is invalid (Trace Context, 3.2.2)
        return "00-" + HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1) + "-"
                + HEX.toHexDigits(random.nextLong() | 1) + (random.nextDouble() < sampledShare ? "-01" : "-00");
    }

    private static boolean isWellFormed(String header) {
        if (header.length() != LENGTH || !header.startsWith("00-")) {
            return false;
        }
        for (int at = 3; at < LENGTH; at++) {
            char c = header.charAt(at);
            boolean separator = at == 35 || at == 52;
            if (separator ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }
}
