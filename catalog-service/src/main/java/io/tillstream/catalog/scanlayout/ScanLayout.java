package io.tillstream.catalog.scanlayout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A layout as it is stored.
 *
 * @param version grows with every change; also the ETag
 */
record ScanLayout(
        UUID id,
        long version,
        @Nullable String storeId,
        String prefix,
        int itemDigits,
        int valueDigits,
        boolean valueChecked,
        LabelValue value,
        int decimals,
        boolean active) {
    static ScanLayout of(UUID id, long version, LayoutFacts facts) {
        return new ScanLayout(
                id,
                version,
                facts.storeId(),
                facts.prefix(),
                facts.itemDigits(),
                facts.valueDigits(),
                facts.valueChecked(),
                facts.value(),
                facts.decimals(),
                facts.active());
    }
}
