package io.tillstream.order.sale.archive;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tillstream.order.sale.Sale;
import io.tillstream.order.salereview.Anomaly;
import java.util.List;

/** A sale as it was stored, with what was found odd about it since. */
record StoredSale(@JsonUnwrapped Sale sale, List<Anomaly> anomalies) {}
