package io.tillstream.order.parkedsale;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a till needs to go on with a parked sale. */
record TakenUpSale(UUID id, @Nullable UUID customerId, int format, String basket) {}
