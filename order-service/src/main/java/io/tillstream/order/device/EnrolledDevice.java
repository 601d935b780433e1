package io.tillstream.order.device;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device as others know it by its key, retired or not: what it signed while it was the till stays signed. */
public final class EnrolledDevice {

    private final Device device;
    private final DeviceKey key;

    EnrolledDevice(Device device, DeviceKey key) {
        this.device = device;
        this.key = key;
    }

    public UUID id() {
        return device.id();
    }

    public String tillId() {
        return device.tillId();
    }

    public int epoch() {
        return device.epoch();
    }

    public @Nullable FollowedEntry follows() {
        return device.follows();
    }

    /** X.509 SubjectPublicKeyInfo, Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key.encoded());
    }

    /**
     * Whether its key wrote the signature under the text.
     *
     * @param signature Base64 of 64 bytes (IEEE P1363)
     */
    public boolean signed(String text, String signature) {
        return key.signed(text, signature);
    }
}
