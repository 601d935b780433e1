package io.tillstream.order.salereview;

import java.util.Collection;
import java.util.UUID;

/** Stored sales have just been looked at for the first time; told within the same transaction. */
public record SalesReviewed(Collection<UUID> sales) {}
