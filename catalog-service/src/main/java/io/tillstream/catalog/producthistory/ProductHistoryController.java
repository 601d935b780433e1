package io.tillstream.catalog.producthistory;

import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductHistoryController {
    private final ProductChanges changes;

    ProductHistoryController(ProductChanges changes) {
        this.changes = changes;
    }

    /** Who changed what of a product, the last first; its prices have a history of their own. */
    @GetMapping("/api/products/{id}/history")
    Page<ProductChange> history(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!changes.knows(id)) {
            throw new NotFound("product " + id);
        }
        return changes.of(id, cursor, Page.limit(limit));
    }
}
