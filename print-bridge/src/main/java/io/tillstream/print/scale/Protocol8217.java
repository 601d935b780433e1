package io.tillstream.print.scale;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mettler-Toledo's weight-only protocol 8217. {@code W} is answered by STX, the weight and CR while it stands still, else by
 * STX, {@code ?}, a byte of flags and CR.
 */
final class Protocol8217 {

    static final char WEIGH = 'W';
    static final char END = '\r';

    private static final char START = '\u0002';
    private static final int MOVES = 1;
    private static final int OVER_CAPACITY = 1 << 1;
    private static final int UNDER_ZERO = 1 << 2;
    private static final int OUTSIDE_ZERO_RANGE = 1 << 3;
    /** Keeps a byte of flags printable. */
    private static final int ALWAYS = 1 << 6;

    /** A number without a unit: three decimals are kilograms, two are pounds, which are never taken for kilograms. */
    private static final Pattern WEIGHT = Pattern.compile(" *(\\d{1,3}\\.\\d{3})N?");

    private Protocol8217() {}

    static Reading read(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf(END);
        int start = text.lastIndexOf(START, end);
        if (start < 0 || end < start) {
            return Reading.without(ScaleState.NOT_UNDERSTOOD);
        }
        String body = text.substring(start + 1, end);
        Matcher weight = WEIGHT.matcher(body);
        if (weight.matches()) {
            return Reading.stable(new BigDecimal(weight.group(1)));
        }
        boolean flags = body.length() == 2 && body.charAt(0) == '?';
        return Reading.without(flags ? state(body.charAt(1)) : ScaleState.NOT_UNDERSTOOD);
    }

    private static ScaleState state(int flags) {
        if ((flags & OVER_CAPACITY) != 0) {
            return ScaleState.OVERLOAD;
        } else if ((flags & UNDER_ZERO) != 0) {
            return ScaleState.BELOW_ZERO;
        } else if ((flags & MOVES) != 0) {
            return ScaleState.UNSTABLE;
        }
        return (flags & OUTSIDE_ZERO_RANGE) != 0 ? ScaleState.NO_ZERO : ScaleState.NOT_UNDERSTOOD;
    }

    /** What a scale that weighs {@code kilograms} answers. */
    static byte[] weight(BigDecimal kilograms) {
        return framed(kilograms.setScale(3).toPlainString());
    }

    /** What a scale answers that cannot say a weight. */
    static byte[] flags(ScaleState state) {
        int flags = switch (state) {
            case UNSTABLE -> MOVES;
            case OVERLOAD -> OVER_CAPACITY;
            case BELOW_ZERO -> UNDER_ZERO;
            case NO_ZERO -> OUTSIDE_ZERO_RANGE;
            case STABLE, NOT_UNDERSTOOD, GONE -> 0;
        };
        return framed("?" + (char) (ALWAYS | flags));
    }

    private static byte[] framed(String body) {
        return (START + body + END).getBytes(StandardCharsets.ISO_8859_1);
    }
}
