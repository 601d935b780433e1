package io.tillstream.order.livetills;

import io.tillstream.order.device.EnrolmentDesk;
import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LiveTillController {

    private final LiveTills tills;
    private final StoreDirectory stores;
    private final EnrolmentDesk devices;

    LiveTillController(LiveTills tills, StoreDirectory stores, EnrolmentDesk devices) {
        this.tills = tills;
        this.stores = stores;
        this.devices = devices;
    }

    /** A till tells how it is; only the newest word counts. */
    @PutMapping("/api/till-states/{tillId}")
    TillState.Answer hear(@PathVariable String tillId, @Valid @RequestBody TillState state, Caller caller) {
        caller.mustServe(state.storeId());
        stores.mustStandIn(tillId, state.storeId());
        UUID device = state.deviceId();
        return new TillState.Answer(
                tills.hear(tillId, state, caller),
                device == null ? null : devices.heardFrom(device, tillId).orElse(null));
    }

    /** Every till of a store; cashiers are not told what is in the drawers. */
    @GetMapping("/api/till-states")
    Page<LiveTill> tills(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        boolean blind = Arrays.stream(Role.values()).noneMatch(role -> role != Role.CASHIER && caller.has(role));
        return new Page<>(tills.of(storeId, blind), null);
    }
}
