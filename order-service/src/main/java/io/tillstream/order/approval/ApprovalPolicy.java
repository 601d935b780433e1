package io.tillstream.order.approval;

import java.time.Instant;
import java.util.UUID;

/**
 * A policy as it stands.
 *
 * @param version counts its changes, from 0; also the ETag
 * @param changedBy subject of the person who changed it last
 */
public record ApprovalPolicy(UUID id, ApprovalTerms terms, long version, Instant changedAt, String changedBy) {}
