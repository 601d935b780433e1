package io.tillstream.inventory.receiving;

import io.tillstream.inventory.receiving.GoodsReceipts.Head;
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
@RequestMapping("/api/goods-receipts")
class GoodsReceiptController {
    private final ReceivingDesk desk;
    private final GoodsReceipts receipts;

    GoodsReceiptController(ReceivingDesk desk, GoodsReceipts receipts) {
        this.desk = desk;
        this.receipts = receipts;
    }

    @PutMapping("/{id}")
    ResponseEntity<GoodsReceipt> receive(
            @PathVariable UUID id, @Valid @RequestBody ReceiveGoodsRequest request, Caller caller) {
        boolean stored = desk.receive(id, request, caller);
        GoodsReceipt receipt = read(id, caller);
        return stored ? Put.created(receipt) : Put.seenBefore(receipt);
    }

    @GetMapping("/{id}")
    GoodsReceipt read(@PathVariable UUID id, Caller caller) {
        return receipts.find(id)
                .filter(receipt -> caller.mayServe(receipt.locationId()))
                .orElseThrow(() -> new NotFound("goods receipt " + id));
    }

    @GetMapping
    Page<Head> list(
            @RequestParam String locationId,
            @RequestParam(required = false) @Nullable UUID purchaseOrderId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        if (!caller.mayServe(locationId)) {
            throw new NotFound("location " + locationId);
        }
        return receipts.heads(locationId, purchaseOrderId, cursor, Page.limit(limit));
    }
}
