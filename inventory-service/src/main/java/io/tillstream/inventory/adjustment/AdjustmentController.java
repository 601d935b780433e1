package io.tillstream.inventory.adjustment;

import io.tillstream.inventory.adjustment.StockAdjustments.Head;
import io.tillstream.inventory.adjustment.StockAdjustments.Totals;
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
@RequestMapping("/api/stock-adjustments")
class AdjustmentController {
    private final AdjustmentDesk desk;
    private final StockAdjustments adjustments;

    AdjustmentController(AdjustmentDesk desk, StockAdjustments adjustments) {
        this.desk = desk;
        this.adjustments = adjustments;
    }

    @PutMapping("/{id}")
    ResponseEntity<StockAdjustment> adjust(
            @PathVariable UUID id, @Valid @RequestBody AdjustStockRequest request, Caller caller) {
        boolean stored = desk.adjust(id, request, caller);
        StockAdjustment adjustment = read(id, caller);
        return stored ? Put.created(adjustment) : Put.seenBefore(adjustment);
    }

    @GetMapping("/{id}")
    StockAdjustment read(@PathVariable UUID id, Caller caller) {
        return adjustments
                .find(id)
                .filter(adjustment -> caller.mayServe(adjustment.locationId()))
                .orElseThrow(() -> new NotFound("stock adjustment " + id));
    }

    @GetMapping
    Page<Head> list(
            @RequestParam String locationId,
            @RequestParam(required = false) @Nullable String externalReference,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustSee(caller, locationId);
        return adjustments.heads(locationId, externalReference, cursor, Page.limit(limit));
    }

    @GetMapping("/totals")
    Totals totals(
            @RequestParam String locationId,
            @RequestParam(required = false) StockAdjustment.@Nullable Reason reason,
            Caller caller) {
        mustSee(caller, locationId);
        return adjustments.totals(locationId, reason);
    }

    private static void mustSee(Caller caller, String locationId) {
        if (!caller.mayServe(locationId)) {
            throw new NotFound("location " + locationId);
        }
    }
}
