package io.tillstream.order.device;

import io.tillstream.order.device.EnrolmentCodes.Permit;
import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.NotFound;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk where a device becomes a till, and where it ceases to be one. */
@Service
public class EnrolmentDesk {

    private final Devices devices;
    private final EnrolmentCodes codes;
    private final StoreKeys storeKeys;
    private final StoreDirectory stores;

    EnrolmentDesk(Devices devices, EnrolmentCodes codes, StoreKeys storeKeys, StoreDirectory stores) {
        this.devices = devices;
        this.codes = codes;
        this.storeKeys = storeKeys;
        this.stores = stores;
    }

    @Transactional
    NewCode makeCode(CodeWish wish, Caller by) {
        by.mustServe(wish.storeId());
        stores.mustStandIn(wish.tillId(), wish.storeId());
        return codes.make(wish.tillId(), wish.storeId(), by);
    }

    @Transactional
    Challenge challenge() {
        return codes.challenge();
    }

    /** What was typed wrong is remembered although nothing else of the call is. */
    @Transactional(noRollbackFor = EnrolmentCodeWrong.class)
    Enrolled enrol(UUID id, Enrolment asked, Caller caller) {
        DeviceKey key = DeviceKey.of(asked.publicKey());
        if (!key.signed(asked.proof(id), asked.signature())) {
            throw new KeyNotProven("/signature", "The signature is not this key's over this challenge.");
        }
        Optional<byte[]> known = devices.keyOf(id);
        if (known.isPresent()) {
            if (!MessageDigest.isEqual(known.get(), key.encoded())) {
                throw new AlreadyStoredDifferently();
            }
            return new Enrolled(device(id, caller), false);
        }
        if (!codes.takeChallenge(asked.challenge())) {
            throw new KeyNotProven("/challenge", "This challenge was used or is too old. Ask for another one.");
        }
        devices.enrol(id, key, permit(asked.code(), asked.tillId(), caller), caller);
        return new Enrolled(device(id, caller), true);
    }

    /** The device as it is, and whether this call enrolled it. */
    record Enrolled(Device device, boolean first) {}

    private Permit permit(@Nullable String code, @Nullable String tillId, Caller caller) {
        if (code != null) {
            return permitBehind(EnrolmentCode.typed(code), caller);
        }
        if (tillId == null) {
            throw new EnrolmentNotYours();
        }
        String storeId = stores.storeOfTill(tillId, caller);
        if (!leads(caller) && devices.ruleOf(storeId).who() != EnrolmentRule.Who.TILL_STAFF) {
            throw new EnrolmentNotYours();
        }
        return new Permit(tillId, storeId, caller.subject(), caller.name());
    }

    private Permit permitBehind(EnrolmentCode code, Caller caller) {
        int failures = codes.failuresOf(caller);
        if (failures >= EnrolmentCodes.MOST_TRIES) {
            throw new TooManyEnrolmentTries(EnrolmentCodes.PAUSE.toMinutes());
        }
        return codes.take(code)
                .filter(permit -> caller.mayServe(permit.storeId()))
                .orElseThrow(() -> {
                    codes.countFailure(caller);
                    return new EnrolmentCodeWrong(EnrolmentCodes.MOST_TRIES - failures - 1);
                });
    }

    private static boolean leads(Caller caller) {
        return caller.has(Role.SHIFT_LEAD) || caller.has(Role.STORE_MANAGER);
    }

    /** The first word counts: a device that is no longer the till stays as it was retired. */
    @Transactional
    Device revoke(UUID id, Revocation revocation, Caller by) {
        Device device = devices.find(id).orElseThrow(() -> new NotFound("device " + id));
        by.mustServe(device.storeId());
        devices.revoke(id, revocation.reason(), by);
        return device(id, by);
    }

    /** The key goes to the device that proves who it is, not to whoever is signed in on another. */
    @Transactional
    StoreKey storeKey(UUID id, StoreKeyWish wish, Caller caller) {
        EnrolledDevice asking = enrolled(id, caller);
        if (!asking.signed(wish.proof(id), wish.signature())) {
            throw new KeyNotProven("/signature", "The signature is not this device's over this challenge.");
        }
        if (!codes.takeChallenge(wish.challenge())) {
            throw new KeyNotProven("/challenge", "This challenge was used or is too old. Ask for another one.");
        }
        Device device = device(id, caller);
        if (device.state() != DeviceState.ACTIVE) {
            throw new DeviceRetired();
        }
        return storeKeys.of(device.storeId());
    }

    @Transactional(readOnly = true)
    Device device(UUID id, Caller caller) {
        return devices.find(id)
                .filter(device -> caller.mayServe(device.storeId()))
                .orElseThrow(() -> new NotFound("device " + id));
    }

    /** A device with its key, retired or not; not found when the caller does not work in its store. */
    @Transactional(readOnly = true)
    public EnrolledDevice enrolled(UUID id, Caller caller) {
        Device device = device(id, caller);
        byte[] key = devices.keyOf(id).orElseThrow();
        return new EnrolledDevice(device, DeviceKey.of(Base64.getEncoder().encodeToString(key)));
    }

    /** A device has told how it is; none when it was never enrolled as this till. */
    @Transactional
    public Optional<Device> heardFrom(UUID id, String tillId) {
        Optional<Device> device =
                devices.find(id).filter(known -> known.tillId().equals(tillId));
        device.ifPresent(known -> devices.seen(id));
        return device;
    }
}
