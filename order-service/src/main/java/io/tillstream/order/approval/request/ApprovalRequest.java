package io.tillstream.order.approval.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tillstream.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, and what became of it.
 *
 * @param approvers who has one of these roles may answer
 * @param word what the person who decided said
 */
record ApprovalRequest(
        UUID id,
        @JsonUnwrapped ApprovalQuestion question,
        Set<Role> approvers,
        State state,
        Instant recordedAt,
        Instant expiresAt,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable String word,
        @Nullable Instant decidedAt) {

    /** A request that nobody answered in time is over without having been decided. */
    enum State {
        WAITING,
        APPROVED,
        REFUSED,
        CANCELLED,
        EXPIRED
    }
}
