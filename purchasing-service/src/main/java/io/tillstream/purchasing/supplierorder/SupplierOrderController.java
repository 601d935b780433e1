package io.tillstream.purchasing.supplierorder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/supplier-orders")
@Tag(name = "supplier-orders", description = "Purchase orders on their way to suppliers")
class SupplierOrderController {

    private final SupplierOrderBoard board;
    private final SendingDesk desk;

    SupplierOrderController(SupplierOrderBoard board, SendingDesk desk) {
        this.board = board;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "What each supplier was sent, or why not yet; newest first")
    Page<SupplierOrderView> list(
            @RequestParam(required = false) @Nullable UUID supplierId,
            @RequestParam(required = false) @Nullable SupplierOrderState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return board.list(supplierId, state, cursor, Page.limit(limit), caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One of them; the id is the purchase order's")
    SupplierOrderView one(@PathVariable UUID id, Caller caller) {
        return board.one(id, caller);
    }

    @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The document that was sent; before that, as it would be sent now")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Caller caller) {
        SupplierOrderBoard.Paper paper = board.paper(id, caller);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.number() + ".pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.pdf());
    }

    @PutMapping("/{id}/retry")
    @Operation(summary = "Ask for another try of an order that needs attention")
    SupplierOrderView retry(@PathVariable UUID id, Caller caller) {
        desk.retry(id, caller);
        return board.one(id, caller);
    }
}
