package io.tillstream.journal;

/**
 * Whose journal it is.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo, Base64
 */
public record JournalDevice(String device, String tillId, int epoch, String publicKey) {}
