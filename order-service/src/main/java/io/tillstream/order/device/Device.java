package io.tillstream.order.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that is or was a till.
 *
 * @param epoch the how many-th device of its till
 * @param publicKey X.509 SubjectPublicKeyInfo of a P-256 key, Base64
 * @param enrolledByName whose code or word it was
 * @param setUpByName who held the device
 * @param unsent what it last told that it has yet to send; null when it is no longer the till, or never told
 * @param reason why it no longer is the till: REPLACED, LOST, BROKEN or NOT_NEEDED
 * @param follows what its journal goes on from; null when nothing was known of a device before
 */
public record Device(
        UUID id,
        String tillId,
        String tillName,
        String storeId,
        int epoch,
        String publicKey,
        DeviceState state,
        Instant enrolledAt,
        String enrolledByName,
        String setUpByName,
        @Nullable Instant lastSeenAt,
        @Nullable Integer unsent,
        @Nullable Instant retiredAt,
        @Nullable String retiredByName,
        @Nullable String reason,
        @Nullable FollowedEntry follows) {}
