package io.tillstream.catalog.promotion;

import java.time.Instant;
import java.util.UUID;

/**
 * A promotion as it stands.
 *
 * @param version counts its changes, from 0
 * @param changedBy subject of the person who changed it last
 */
record Promotion(UUID id, PromotionTerms terms, long version, Instant changedAt, String changedBy) {}
