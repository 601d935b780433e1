package io.tillstream.print.scale;

import java.io.IOException;
import java.math.BigDecimal;

/** A scale for people without one, and for tests: what lies on it is said on a page, and it answers as an 8217 does. */
public final class Pan implements Wire {

    /** What it can weigh, in kilograms. */
    public static final BigDecimal CAPACITY = new BigDecimal("15.000");

    private static final int DECIMALS = 3;

    private BigDecimal kilograms = new BigDecimal("0.000");
    private ScaleState state = ScaleState.STABLE;

    /** Puts a weight on the pan; {@code wanted} is what the scale makes of it, unless it is too much or too little anyway. */
    public synchronized void put(BigDecimal weight, ScaleState wanted) {
        if (weight.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("A pan shows whole grams: " + weight.toPlainString());
        }
        kilograms = weight.setScale(DECIMALS);
        if (wanted != ScaleState.STABLE && wanted != ScaleState.UNSTABLE) {
            state = wanted;
        } else if (weight.signum() < 0) {
            state = ScaleState.BELOW_ZERO;
        } else {
            state = weight.compareTo(CAPACITY) > 0 ? ScaleState.OVERLOAD : wanted;
        }
    }

    public synchronized BigDecimal kilograms() {
        return kilograms;
    }

    @Override
    public synchronized byte[] ask(char command) throws IOException {
        return switch (state) {
            case GONE -> throw new IOException("switched off on its page");
            case STABLE -> Protocol8217.weight(kilograms);
            default -> Protocol8217.flags(state);
        };
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
