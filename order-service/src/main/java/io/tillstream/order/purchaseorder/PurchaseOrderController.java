package io.tillstream.order.purchaseorder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/purchase-orders")
@Tag(name = "purchase-orders", description = "Goods asked from suppliers")
class PurchaseOrderController {

    private final BuyingDesk desk;
    private final PurchaseOrderBoard board;

    PurchaseOrderController(BuyingDesk desk, PurchaseOrderBoard board) {
        this.desk = desk;
        this.board = board;
    }

    @GetMapping
    @Operation(summary = "The purchase orders of your stores in any of the given states, newest first")
    Page<PurchaseOrderView> list(
            @RequestParam(required = false) @Nullable List<PurchaseOrderState> state,
            @RequestParam(required = false) @Nullable UUID supplierId,
            @RequestParam(required = false) @Nullable String locationId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        PurchaseOrderBoard.Filter filter = new PurchaseOrderBoard.Filter(state, supplierId, locationId);
        return board.list(filter, cursor, Page.limit(limit), caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One purchase order with what has arrived so far")
    ResponseEntity<PurchaseOrderView> one(@PathVariable UUID id, Caller caller) {
        return answer(200, board.one(id, caller));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Draft a purchase order; with If-Match, change the draft")
    ResponseEntity<PurchaseOrderView> draft(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PurchaseOrderDraft draft,
            Caller caller) {
        boolean first = desk.draft(id, draft, Revision.expected(ifMatch), caller);
        return answer(first ? 201 : 200, board.one(id, caller));
    }

    @PutMapping("/{id}/placement")
    @Operation(summary = "Place the order: the supplier gets it. With If-Match, only the version that you have read")
    ResponseEntity<Placement> place(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlacementRequest request,
            Caller caller) {
        BuyingDesk.Outcome<Placement> outcome = desk.place(id, request, Revision.expected(ifMatch), caller);
        return outcome.first() ? Put.created(outcome.answer()) : Put.seenBefore(outcome.answer());
    }

    @PutMapping("/{id}/closing")
    @Operation(summary = "Say that nothing more is awaited")
    ResponseEntity<PurchaseOrderView> close(@PathVariable UUID id, Caller caller) {
        boolean first = desk.close(id, caller);
        return answer(first ? 201 : 200, board.one(id, caller));
    }

    private static ResponseEntity<PurchaseOrderView> answer(int status, PurchaseOrderView order) {
        return ResponseEntity.status(status).eTag(Revision.tag(order.version())).body(order);
    }
}
