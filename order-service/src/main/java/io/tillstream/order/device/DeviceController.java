package io.tillstream.order.device;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeviceController {

    private final EnrolmentDesk desk;
    private final Devices devices;

    DeviceController(EnrolmentDesk desk, Devices devices) {
        this.desk = desk;
        this.devices = devices;
    }

    /** A code that makes one device this till within ten minutes; told once. */
    @PostMapping("/api/devices/codes")
    NewCode makeCode(@Valid @RequestBody CodeWish wish, Caller caller) {
        return desk.makeCode(wish, caller);
    }

    /** What a device signs to prove that it holds its key. */
    @PostMapping("/api/devices/challenges")
    Challenge challenge() {
        return desk.challenge();
    }

    /** A resend with the same key is answered like the first, whatever challenge it signs. */
    @PutMapping("/api/devices/{id}")
    ResponseEntity<Device> enrol(@PathVariable UUID id, @Valid @RequestBody Enrolment enrolment, Caller caller) {
        EnrolmentDesk.Enrolled enrolled = desk.enrol(id, enrolment, caller);
        return enrolled.first() ? Put.created(enrolled.device()) : Put.seenBefore(enrolled.device());
    }

    @PutMapping("/api/devices/{id}/revocation")
    Device revoke(@PathVariable UUID id, @Valid @RequestBody Revocation revocation, Caller caller) {
        return desk.revoke(id, revocation, caller);
    }

    /** What a store's tills seal for each other, given to those that are tills now. */
    @PostMapping("/api/devices/{id}/store-key")
    StoreKey storeKey(@PathVariable UUID id, @Valid @RequestBody StoreKeyWish wish, Caller caller) {
        return desk.storeKey(id, wish, caller);
    }

    @GetMapping("/api/devices/{id}")
    Device device(@PathVariable UUID id, Caller caller) {
        return desk.device(id, caller);
    }

    /** Every device that is or was a till of the store, by till, the newest first, at most 500. */
    @GetMapping("/api/devices")
    Page<Device> ofStore(@RequestParam String storeId, Caller caller) {
        mustSee(storeId, caller);
        return new Page<>(devices.ofStore(storeId), null);
    }

    @GetMapping("/api/devices/rules/{storeId}")
    EnrolmentRule rule(@PathVariable String storeId, Caller caller) {
        mustSee(storeId, caller);
        return devices.ruleOf(storeId);
    }

    @PutMapping("/api/devices/rules/{storeId}")
    EnrolmentRule setRule(@PathVariable String storeId, @Valid @RequestBody EnrolmentRule rule, Caller caller) {
        caller.mustServe(storeId);
        devices.setRule(storeId, rule, caller);
        return rule;
    }

    private static void mustSee(String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
    }
}
