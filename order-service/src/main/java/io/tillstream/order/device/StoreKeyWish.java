package io.tillstream.order.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Body of {@code POST /api/devices/{id}/store-key}: a till asks for its store's key.
 *
 * @param challenge one that was asked for just before
 * @param signature with the device's key over {@link #proof}, Base64 of the 64 bytes
 */
record StoreKeyWish(
        @NotBlank @Size(max = 100) String challenge,
        @NotBlank @Size(max = 200) String signature) {

    /** What the device signs: for nothing else does it sign these words. */
    String proof(UUID device) {
        return "tillstream-store-key\n" + device + "\n" + challenge;
    }
}
