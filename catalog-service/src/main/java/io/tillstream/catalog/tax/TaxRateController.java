package io.tillstream.catalog.tax;

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
@RequestMapping("/api/tax-rates")
class TaxRateController {
    private final TaxRates rates;

    TaxRateController(TaxRates rates) {
        this.rates = rates;
    }

    @PutMapping("/{id}")
    ResponseEntity<TaxRate> set(@PathVariable UUID id, @Valid @RequestBody SetTaxRateRequest request) {
        boolean stored = rates.set(id, request);
        return stored ? Put.created(read(id)) : Put.seenBefore(read(id));
    }

    @GetMapping("/{id}")
    TaxRate read(@PathVariable UUID id) {
        return rates.find(id).orElseThrow(() -> new NotFound("tax rate " + id));
    }

    @GetMapping
    Page<TaxRate> list(
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return rates.list(country, cursor, Page.limit(limit));
    }
}
