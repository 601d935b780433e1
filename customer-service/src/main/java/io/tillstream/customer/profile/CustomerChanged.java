package io.tillstream.customer.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer was created or edited. */
public record CustomerChanged(
        UUID id, @Nullable String groupCode, @Nullable TaxExemption taxExemption, long version, Instant changedAt) {}
