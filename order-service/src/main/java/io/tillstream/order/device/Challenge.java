package io.tillstream.order.device;

import java.time.Instant;

/** What a device signs to prove that it holds its key; counts once. */
record Challenge(String challenge, Instant expiresAt) {}
