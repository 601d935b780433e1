package io.tillstream.payment.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Body of {@code PUT /api/payments/{id}/void}. */
record VoidRequest(@NotBlank @Size(max = 200) String reason) {}
