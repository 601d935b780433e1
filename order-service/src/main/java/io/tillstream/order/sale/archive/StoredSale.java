package io.tillstream.order.sale.archive;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tillstream.order.sale.Sale;
import io.tillstream.order.salereview.Anomaly;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it was stored, with what was found odd about it since.
 *
 * @param signed where its till signed it; null for one that has no signed entry, or whose entry has not arrived yet
 */
record StoredSale(
        @JsonUnwrapped Sale sale,
        List<Anomaly> anomalies,
        @Nullable SignedIn signed) {

    /** A place in the journal of a device. */
    record SignedIn(UUID deviceId, int epoch, long number) {}
}
