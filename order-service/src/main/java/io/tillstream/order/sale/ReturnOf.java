package io.tillstream.order.sale;

import java.util.UUID;

/** The sold line that a return line brings back. */
public record ReturnOf(UUID saleId, int lineNo) {}
