package io.tillstream.order.device;

import java.time.Instant;

/** A code for one till, told once; another one for the same till takes its place. */
record NewCode(String code, String tillId, Instant expiresAt) {}
