package io.tillstream.catalog.product;

import io.tillstream.catalog.barcode.BarcodeText;
import io.tillstream.catalog.product.ProductShelf.Kept;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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
class ProductController {
    private final ProductShelf shelf;
    private final ProductViews views;
    private final ProductSearch search;

    ProductController(ProductShelf shelf, ProductViews views, ProductSearch search) {
        this.shelf = shelf;
        this.views = views;
        this.search = search;
    }

    @PutMapping("/api/products/{id}")
    ResponseEntity<ProductView> keep(
            @PathVariable UUID id,
            @Valid @RequestBody ProductFacts facts,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        try {
            Kept kept = shelf.keep(id, facts, Revision.expected(ifMatch), caller);
            return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.product());
        } catch (DataIntegrityViolationException raced) {
            throw new TakenMeanwhile();
        }
    }

    @GetMapping("/api/products/{id}")
    ResponseEntity<ProductView> read(@PathVariable UUID id) {
        return answer(HttpStatus.OK, views.find(id).orElseThrow(() -> new NotFound("product " + id)));
    }

    /** With {@code q} the best matches, best first; without it all products by SKU. */
    @GetMapping("/api/products")
    Page<ProductView> list(
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable UUID categoryId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return q == null || q.isBlank()
                ? views.bySku(categoryId, cursor, Page.limit(limit))
                : new Page<>(search.find(q.strip(), Page.limit(limit)), null);
    }

    /** The product that a scan of this code sells. */
    @GetMapping("/api/barcodes/{code}")
    ResponseEntity<ProductView> scan(@PathVariable String code) {
        return answer(
                HttpStatus.OK,
                views.scannedAs(BarcodeText.matchKey(code)).orElseThrow(() -> new NotFound("barcode " + code)));
    }

    private static ResponseEntity<ProductView> answer(HttpStatus status, ProductView product) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(product.version()))
                .body(product);
    }
}
