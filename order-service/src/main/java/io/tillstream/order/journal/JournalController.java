package io.tillstream.order.journal;

import io.tillstream.order.device.EnrolledDevice;
import io.tillstream.order.device.EnrolmentDesk;
import io.tillstream.order.journal.JournalExport.Part;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class JournalController {

    private final JournalDesk desk;
    private final JournalStore store;
    private final JournalStates states;
    private final JournalExport export;
    private final EnrolmentDesk devices;

    JournalController(
            JournalDesk desk, JournalStore store, JournalStates states, JournalExport export, EnrolmentDesk devices) {
        this.desk = desk;
        this.store = store;
        this.states = states;
        this.export = export;
        this.devices = devices;
    }

    /** A device hands in what it signed, in any order, as often as it likes. */
    @PostMapping("/api/till-journals/{deviceId}/entries")
    Receipt receive(@PathVariable UUID deviceId, @Valid @RequestBody SentEntries entries, Caller caller) {
        return desk.receive(deviceId, entries, caller);
    }

    /** How far the journals of a store's devices have arrived, at most 500. */
    @GetMapping("/api/till-journals")
    Page<JournalState> ofStore(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        List<JournalState> found = states.ofStore(storeId);
        return new Page<>(found, null);
    }

    /**
     * The journal of a device with its public key, a line each, for the verifier.
     *
     * @param after only entries with a higher number
     * @param most at most so many entries; left out: all of them
     */
    @GetMapping(path = "/api/till-journals/{deviceId}/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable UUID deviceId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer most,
            Caller caller) {
        EnrolledDevice device = devices.enrolled(deviceId, caller);
        Part part = new Part(after, most == null ? Integer.MAX_VALUE : Math.max(1, most));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> export.write(device, part, out));
    }

    /** Everything that proves a store: its daily roots, then the journal of each device that is or was one of its tills. */
    @GetMapping(path = "/api/journal-exports", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> exportStore(@RequestParam String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        List<EnrolledDevice> all = store.devicesOf(storeId).stream()
                .map(device -> devices.enrolled(device, caller))
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> export.writeAll(storeId, all, out));
    }
}
