package io.tillstream.print.scale;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a scale answered once.
 *
 * @param kilograms what is on it, with the decimals it shows; nothing unless the weight stands still
 */
public record Reading(ScaleState state, @Nullable BigDecimal kilograms) {

    static Reading stable(BigDecimal kilograms) {
        return new Reading(ScaleState.STABLE, kilograms);
    }

    static Reading without(ScaleState state) {
        return new Reading(state, null);
    }
}
