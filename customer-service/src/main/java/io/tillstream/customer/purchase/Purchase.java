package io.tillstream.customer.purchase;

import io.tillstream.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The head of a sale to a customer; its lines are the order service's to tell. */
public record Purchase(
        UUID saleId,
        String storeId,
        String tillId,
        long receiptNumber,
        String documentType,
        Instant occurredAt,
        LocalDate businessDate,
        Money total) {}
