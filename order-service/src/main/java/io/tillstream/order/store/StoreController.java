package io.tillstream.order.store;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StoreController {

    private final StoreDirectory directory;

    StoreController(StoreDirectory directory) {
        this.directory = directory;
    }

    @PutMapping("/api/stores/{storeId}")
    ResponseEntity<StoreView> describeStore(
            @PathVariable String storeId, @Valid @RequestBody StoreDetails details, Caller caller) {
        return answer(directory.describeStore(storeId, details, caller));
    }

    @GetMapping("/api/stores/{storeId}")
    StoreView store(@PathVariable String storeId, Caller caller) {
        return directory.store(storeId, caller);
    }

    @GetMapping("/api/stores")
    Page<StoreView> stores(Caller caller) {
        return new Page<>(directory.storesOf(caller), null);
    }

    @PutMapping("/api/tills/{tillId}")
    ResponseEntity<TillView> describeTill(
            @PathVariable String tillId, @Valid @RequestBody TillDetails details, Caller caller) {
        return answer(directory.describeTill(tillId, details, caller));
    }

    @GetMapping("/api/tills/{tillId}")
    TillView till(@PathVariable String tillId, Caller caller) {
        return directory.till(tillId, caller);
    }

    @GetMapping("/api/tills")
    Page<TillView> tills(@RequestParam String storeId, Caller caller) {
        return new Page<>(directory.tillsOf(storeId, caller), null);
    }

    private static <T> ResponseEntity<T> answer(StoreDirectory.Described<T> described) {
        return described.created() ? Put.created(described.view()) : Put.seenBefore(described.view());
    }
}
