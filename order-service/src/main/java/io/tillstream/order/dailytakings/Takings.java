package io.tillstream.order.dailytakings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store took, grouped, with the total of everything asked for (also where items were cut off by the limit).
 *
 * @param completeTo every figure holds the sales recorded up to here; null when none was counted yet
 */
record Takings(List<Group> items, Figures total, @Nullable Instant completeTo) {

    record Group(String key, String label, @JsonUnwrapped Figures figures) {}
}
