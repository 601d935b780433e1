package io.tillstream.order.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/devices/{id}}: a device asks to become a till, by a code or by the word of who is signed in on it.
 *
 * @param code says which till; without one {@code tillId} does
 * @param publicKey X.509 SubjectPublicKeyInfo of a P-256 key, Base64
 * @param challenge one that was asked for just before
 * @param signature with the key's private half over {@link #proof}, Base64 of the 64 bytes
 */
record Enrolment(
        @Nullable @Size(max = 40) String code,
        @Nullable @Size(max = 64) String tillId,
        @NotBlank @Size(max = 200) String publicKey,
        @NotBlank @Size(max = 100) String challenge,
        @NotBlank @Size(max = 200) String signature) {

    /** What the device signs. The first line keeps it from ever being taken for a signature under something else. */
    String proof(UUID device) {
        return "tillstream-device-enrolment\n" + device + "\n" + challenge;
    }
}
