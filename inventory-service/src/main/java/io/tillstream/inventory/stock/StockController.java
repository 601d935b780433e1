package io.tillstream.inventory.stock;

import io.tillstream.inventory.stock.StockReport.LevelFilter;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {
    private final StockReport report;

    StockController(StockReport report) {
        this.report = report;
    }

    @GetMapping("/api/stock-levels")
    Page<StockLevel> levels(
            @RequestParam String locationId,
            @RequestParam(required = false) @Nullable UUID productId,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(defaultValue = "false") boolean belowZero,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustSee(caller, locationId);
        return report.levels(new LevelFilter(locationId, productId, sku, belowZero), cursor, Page.limit(limit));
    }

    /** Of one product, or of one document; newest first. */
    @GetMapping("/api/stock-movements")
    Page<RecordedMovement> movements(
            @RequestParam String locationId,
            @RequestParam(required = false) @Nullable UUID productId,
            @RequestParam(required = false) @Nullable UUID sourceId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustSee(caller, locationId);
        if (productId == null && sourceId == null) {
            throw new TooManyMovements();
        }
        return report.movements(locationId, productId, sourceId, cursor, Page.limit(limit));
    }

    private static void mustSee(Caller caller, String locationId) {
        if (!caller.mayServe(locationId)) {
            throw new NotFound("location " + locationId);
        }
    }
}
