package io.tillstream.order.parkedsale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Which till goes on with a parked sale.
 *
 * @param sale as it was parked, from a till that took it up while the server was out of reach: the till that parked it may not have told
 *     of it yet, and then it is taken before it ever waits here
 */
record TakingUp(@NotBlank String tillId, @Nullable @Valid ParkedSale sale) {}
