package io.tillstream.catalog.promotion;

import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
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
class PromotionController {
    private final PromotionDesk desk;
    private final Promotions promotions;
    private final StoreFacts stores;

    PromotionController(PromotionDesk desk, Promotions promotions, StoreFacts stores) {
        this.desk = desk;
        this.promotions = promotions;
        this.stores = stores;
    }

    @PutMapping("/api/promotions/{id}")
    ResponseEntity<Promotion> keep(
            @PathVariable UUID id,
            @Valid @RequestBody PromotionTerms terms,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        try {
            PromotionDesk.Kept kept = desk.keep(id, terms, Revision.expected(ifMatch), caller);
            return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.promotion());
        } catch (DuplicateKeyException sameCoupon) {
            throw new CouponTaken(String.valueOf(terms.coupon()));
        }
    }

    @GetMapping("/api/promotions/{id}")
    ResponseEntity<Promotion> read(@PathVariable UUID id) {
        return answer(HttpStatus.OK, promotions.find(id).orElseThrow(() -> new NotFound("promotion " + id)));
    }

    @GetMapping("/api/promotions")
    Page<Promotion> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return promotions.list(active, cursor, Page.limit(limit));
    }

    /** All that a till of the store may ever have to apply, at most {@value Promotions#MOST_ACTIVE}. */
    @GetMapping("/api/price-books/{storeId}/promotions")
    Page<Promotion> ofStore(@PathVariable String storeId, Caller caller) {
        StoreFacts.Store store = stores.find(storeId)
                .filter(found -> caller.mayServe(found.id()))
                .orElseThrow(() -> new NotFound("store " + storeId));
        return new Page<>(promotions.activeIn(store.id(), store.currency()), null);
    }

    private static ResponseEntity<Promotion> answer(HttpStatus status, Promotion promotion) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(promotion.version()))
                .body(promotion);
    }
}
