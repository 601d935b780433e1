package io.tillstream.payment.payment;

import io.tillstream.platform.money.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/payments/{id}/refunds/{refundId}}.
 *
 * @param saleId the return that the money goes back for
 */
record RefundRequest(@NotNull Money amount, @Nullable UUID saleId) {}
