package io.tillstream.order.salvage;

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
class SalvageController {

    private static final int MOST = 100;

    private final SalvageBook book;

    SalvageController(SalvageBook book) {
        this.book = book;
    }

    /** Somebody begins to bring in what a device held; what they bring in they send like the device would have. */
    @PutMapping("/api/salvages/{id}")
    ResponseEntity<Salvage> begin(@PathVariable UUID id, @Valid @RequestBody BringingIn told, Caller caller) {
        caller.mustServe(told.storeId());
        return answer(book.begin(id, told, caller));
    }

    @PutMapping("/api/salvages/{id}/outcome")
    ResponseEntity<Salvage> end(@PathVariable UUID id, @Valid @RequestBody Outcome told, Caller caller) {
        return answer(book.end(id, told, caller));
    }

    /** Which documents of a store are here already. */
    @PostMapping("/api/salvages/comparisons")
    Comparison.Answer compare(@Valid @RequestBody Comparison comparison, Caller caller) {
        mustSee(comparison.storeId(), caller);
        return book.known(comparison);
    }

    /** What was brought in for a store, by whom and with which outcome, the newest first, at most 100. */
    @GetMapping("/api/salvages")
    Page<Salvage> ofStore(@RequestParam String storeId, Caller caller) {
        mustSee(storeId, caller);
        return new Page<>(book.ofStore(storeId, MOST), null);
    }

    private static ResponseEntity<Salvage> answer(SalvageBook.Written written) {
        return written.first() ? Put.created(written.salvage()) : Put.seenBefore(written.salvage());
    }

    private static void mustSee(String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
    }
}
