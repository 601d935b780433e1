package io.tillstream.billing.receiptmail;

import java.time.Instant;
import java.util.UUID;

/** A receipt whose turn it is. {@code attempts} counts this one. */
record Due(
        UUID id, String storeId, UUID saleId, String address, MailedReceipt receipt, int attempts, Instant askedAt) {}
