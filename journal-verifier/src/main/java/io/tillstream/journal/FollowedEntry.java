package io.tillstream.journal;

/**
 * The last entry that was known of the devices before, when a device was enrolled.
 *
 * @param hash SHA-256 of its payload, 64 hex digits
 */
public record FollowedEntry(String device, long number, String hash) {}
