package io.tillstream.order.device;

import java.util.UUID;

/**
 * The last journal entry that was here of the devices before, when a device was enrolled: its own first entry follows that one.
 *
 * @param hash SHA-256 of its payload, 64 hex digits
 */
public record FollowedEntry(UUID device, long number, String hash) {}
