package io.tillstream.purchasing.supplier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
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
@RequestMapping("/api/suppliers")
@Tag(name = "suppliers", description = "Whom the shop buys from")
class SupplierController {

    private final SupplierDesk desk;

    SupplierController(SupplierDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Suppliers by name; a supplier sees only itself")
    Page<SupplierView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable SupplierStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return desk.list(q, status, cursor, Page.limit(limit), caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One supplier")
    ResponseEntity<SupplierView> one(@PathVariable UUID id, Caller caller) {
        SupplierView supplier = desk.one(id, caller);
        return ResponseEntity.ok().eTag(Revision.tag(supplier.version())).body(supplier);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Create a supplier; with If-Match, edit or deactivate it")
    ResponseEntity<SupplierView> describe(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SupplierDetails details) {
        SupplierDesk.Described described = desk.describe(id, details, Revision.expected(ifMatch));
        return ResponseEntity.status(described.created() ? 201 : 200)
                .eTag(Revision.tag(described.supplier().version()))
                .body(described.supplier());
    }
}
