package io.tillstream.order.salereview;

/** Something odd about a sale, in words for the manager; line 0 means the sale as a whole. */
public record Anomaly(AnomalyKind kind, int lineNo, String detail) {}
