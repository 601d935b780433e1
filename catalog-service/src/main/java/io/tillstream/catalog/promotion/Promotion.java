package io.tillstream.catalog.promotion;

import java.time.Instant;
import java.util.UUID;

/**
 * A promotion as it stands; also the body of {@code catalog.promotion-changed.v1}.
 *
 * @param version counts its changes, from 0
 * @param changedBy subject of the person who changed it last
 */
record Promotion(UUID id, PromotionTerms terms, long version, Instant changedAt, String changedBy) {}
