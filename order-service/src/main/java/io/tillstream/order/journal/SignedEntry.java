package io.tillstream.order.journal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An entry as its device sends it.
 *
 * @param payload canonical JSON, byte for byte as it was signed
 * @param signature over its UTF-8 bytes, Base64 of the 64 bytes that WebCrypto writes
 */
record SignedEntry(
        @NotBlank @Size(max = 400_000) String payload,
        @NotBlank @Size(max = 200) String signature) {}
