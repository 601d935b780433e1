package io.tillstream.catalog.price;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/prices")
class PriceController {
    private final Pricing pricing;
    private final Prices prices;

    PriceController(Pricing pricing, Prices prices) {
        this.pricing = pricing;
        this.prices = prices;
    }

    @PutMapping("/{id}")
    ResponseEntity<Price> set(@PathVariable UUID id, @Valid @RequestBody SetPriceRequest request, Caller caller) {
        boolean stored = pricing.set(id, request, caller);
        return stored ? Put.created(read(id)) : Put.seenBefore(read(id));
    }

    @GetMapping("/{id}")
    Price read(@PathVariable UUID id) {
        return prices.find(id).orElseThrow(() -> new NotFound("price " + id));
    }

    @GetMapping
    Page<Price> list(
            @RequestParam UUID productId,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return prices.of(productId, storeId, cursor, Page.limit(limit));
    }
}
