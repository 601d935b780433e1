package io.tillstream.order.staff;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffController {

    private final StaffRoster roster;

    StaffController(StaffRoster roster) {
        this.roster = roster;
    }

    /** What the tills of a store check PINs with. */
    @GetMapping("/api/staff")
    Page<StaffMember> staff(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return new Page<>(roster.ofStore(storeId), null);
    }

    @PutMapping("/api/staff/{id}/pin")
    ResponseEntity<Void> setPin(@PathVariable String id, @Valid @RequestBody Pin pin, Caller caller) {
        if (!id.equals(caller.subject())) {
            throw new NotYourPin();
        }
        roster.setPin(pin, caller);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/api/staff/{id}/stores/{storeId}")
    StaffMember move(
            @PathVariable String id, @PathVariable String storeId, @Valid @RequestBody Leaving leaving, Caller caller) {
        return roster.move(id, storeId, leaving, caller);
    }
}
