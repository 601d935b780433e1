package io.tillstream.order.till;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What a till is told once its voided basket is durable; a resend is told the same. */
record Voided(UUID id, UUID tillSessionId, Instant recordedAt, BigDecimal total, BigDecimal taken) {}
