package io.tillstream.catalog.pricebook;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class PriceBookController {
    private static final int LARGEST_PAGE = 5000;

    private final PriceBookReader reader;
    private final StoreFacts stores;

    PriceBookController(PriceBookReader reader, StoreFacts stores) {
        this.reader = reader;
        this.stores = stores;
    }

    /** Everything that changed after a version; 304 when the caller's ETag says that it has the newest. */
    @GetMapping("/api/price-books/{storeId}")
    @Nullable
    ResponseEntity<PriceBook> changes(
            @PathVariable String storeId,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            WebRequest request) {
        StoreFacts.Store store = stores.find(storeId)
                .filter(found -> caller.mayServe(found.id()))
                .orElseThrow(() -> new NotFound("store " + storeId));
        Long furtherOn = Cursor.decode(cursor, 1, key -> Long.valueOf(key.getFirst()));
        long from = furtherOn == null ? after : furtherOn;
        // taken before the page is read: a change in between makes the tag too old, never too new
        String newest = "\"" + reader.version() + "-" + from + "\"";
        if (request.checkNotModified(newest)) {
            return null;
        }
        int page = limit == null ? LARGEST_PAGE : Math.clamp(limit, 1, LARGEST_PAGE);
        return ResponseEntity.ok().eTag(newest).body(reader.changes(store, from, page));
    }
}
