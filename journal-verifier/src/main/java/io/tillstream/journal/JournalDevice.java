package io.tillstream.journal;

import org.jspecify.annotations.Nullable;

/**
 * Whose journal it is.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo, Base64
 * @param follows what its first entry goes on from; null when nothing was known of a device before
 */
public record JournalDevice(
        String device,
        String tillId,
        int epoch,
        String publicKey,
        @Nullable FollowedEntry follows) {}
