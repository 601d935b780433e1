package io.tillstream.customer.profile;

import java.time.Instant;
import java.util.UUID;

/** A customer was forgotten. */
public record CustomerErased(UUID id, Instant erasedAt, long version) {}
