package io.tillstream.order.pricing;

import java.util.List;
import java.util.Map;

/**
 * One decision of the kernel: what was looked at ({@code subject}), for which lines (by id in the order of the basket; none means
 * the basket as a whole), what came out ({@code code}) and why.
 */
public record TraceEntry(Kind kind, String code, String subject, List<String> lines, Map<String, String> parameters) {

    /** What an entry tells about. */
    public enum Kind {
        PRICE,
        RETURN,
        PROMOTION,
        COUPON,
        HAND_DISCOUNT,
        TAX,
        CASH
    }
}
