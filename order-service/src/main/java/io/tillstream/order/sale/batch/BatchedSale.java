package io.tillstream.order.sale.batch;

import io.tillstream.order.sale.SaleDocument;
import java.util.UUID;

/** A sale as {@code PUT /api/sales/{id}} takes it. */
record BatchedSale(UUID id, SaleDocument document) {}
