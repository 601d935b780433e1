package io.tillstream.order.dailyroot;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A store's root after a business date.
 *
 * @param hash SHA-256 of its payload, 64 hex digits: what somebody keeps outside
 * @param journals how many journals it holds
 * @param entries up to how many entries they were complete, together
 */
record DailyRoot(
        String storeId, long number, LocalDate businessDate, Instant madeAt, String hash, int journals, long entries) {}
