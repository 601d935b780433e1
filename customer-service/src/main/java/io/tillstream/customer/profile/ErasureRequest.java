package io.tillstream.customer.profile;

import jakarta.validation.constraints.NotNull;

/** Why a customer is to be forgotten. */
public record ErasureRequest(@NotNull ErasureReason reason) {}
