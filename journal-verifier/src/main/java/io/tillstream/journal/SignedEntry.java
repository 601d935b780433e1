package io.tillstream.journal;

/**
 * An entry as a device signed it.
 *
 * @param payload canonical JSON (RFC 8785)
 * @param signature ECDSA on P-256 with SHA-256 over the payload's UTF-8 bytes, Base64 of the 64 bytes r and s (IEEE P1363)
 */
public record SignedEntry(String payload, String signature) {}
