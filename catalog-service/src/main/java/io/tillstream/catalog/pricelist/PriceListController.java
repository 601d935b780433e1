package io.tillstream.catalog.pricelist;

import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PriceListController {
    private final PriceListDesk desk;
    private final PriceLists lists;
    private final PricesOfList prices;
    private final StoreFacts stores;

    PriceListController(PriceListDesk desk, PriceLists lists, PricesOfList prices, StoreFacts stores) {
        this.desk = desk;
        this.lists = lists;
        this.prices = prices;
        this.stores = stores;
    }

    @PutMapping("/api/price-lists/{id}")
    ResponseEntity<PriceList> keep(
            @PathVariable UUID id,
            @Valid @RequestBody PriceListTerms terms,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        PriceListDesk.Kept kept = desk.keep(id, terms, Revision.expected(ifMatch), caller);
        return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.list());
    }

    @GetMapping("/api/price-lists/{id}")
    ResponseEntity<PriceList> read(@PathVariable UUID id) {
        return answer(HttpStatus.OK, lists.find(id).orElseThrow(() -> new NotFound("price list " + id)));
    }

    @GetMapping("/api/price-lists")
    Page<PriceList> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(active, cursor, Page.limit(limit));
    }

    /** What stands in the list, now or later. */
    @GetMapping("/api/price-lists/{id}/prices")
    Page<PricesOfList.ListedPrice> prices(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (lists.find(id).isEmpty()) {
            throw new NotFound("price list " + id);
        }
        return prices.of(id, cursor, Page.limit(limit));
    }

    /** All that a till of the store may ever have to look at, at most {@value PriceLists#MOST_ACTIVE}. */
    @GetMapping("/api/price-books/{storeId}/price-lists")
    Page<PriceList> ofStore(@PathVariable String storeId, Caller caller) {
        StoreFacts.Store store = stores.find(storeId)
                .filter(found -> caller.mayServe(found.id()))
                .orElseThrow(() -> new NotFound("store " + storeId));
        return new Page<>(lists.activeIn(store.id(), store.currency()), null);
    }

    private static ResponseEntity<PriceList> answer(HttpStatus status, PriceList list) {
        return ResponseEntity.status(status).eTag(Revision.tag(list.version())).body(list);
    }
}
