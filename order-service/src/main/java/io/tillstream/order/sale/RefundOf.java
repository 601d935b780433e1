package io.tillstream.order.sale;

import java.util.UUID;

/** The tender of an earlier sale that money goes back to, or stands for when it goes back in another way. */
public record RefundOf(UUID saleId, int tenderNo) {}
