package io.tillstream.order.parkedsale;

import jakarta.validation.constraints.NotBlank;

/** Which till goes on with a parked sale. */
record TakingUp(@NotBlank String tillId) {}
