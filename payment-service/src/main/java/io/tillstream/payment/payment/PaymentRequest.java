package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/payments/{id}}. */
record PaymentRequest(
        @NotNull PaymentType type,
        @NotNull Money amount,
        @NotBlank @Size(max = 64) String storeId,
        @NotBlank @Size(max = 64) String tillId,
        @Nullable UUID saleId) {}
