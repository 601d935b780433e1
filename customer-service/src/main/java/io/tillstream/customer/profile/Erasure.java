package io.tillstream.customer.profile;

import java.time.Instant;
import java.util.UUID;

/** The proof that a customer was forgotten. */
public record Erasure(UUID customerId, ErasureReason reason, Instant erasedAt, String erasedBy) {}
