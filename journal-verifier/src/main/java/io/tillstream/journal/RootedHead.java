package io.tillstream.journal;

/**
 * What a daily root says of one journal: so far it went at the end of that day, and so it ended there.
 *
 * @param hash SHA-256 of that entry's payload, 64 hex digits
 * @param key SHA-256 of the device's public key, 64 hex digits
 * @param day the root's business date
 */
public record RootedHead(String device, long number, String hash, String key, String day) {}
