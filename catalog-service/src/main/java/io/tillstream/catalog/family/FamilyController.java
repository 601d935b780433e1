package io.tillstream.catalog.family;

import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
@RequestMapping("/api/product-families")
class FamilyController {
    private final FamilyDesk desk;
    private final Families families;

    FamilyController(FamilyDesk desk, Families families) {
        this.desk = desk;
        this.families = families;
    }

    @PutMapping("/{id}")
    ResponseEntity<ProductFamily> keep(
            @PathVariable UUID id,
            @Valid @RequestBody FamilyFacts facts,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        try {
            FamilyDesk.Kept kept = desk.keep(id, facts, Revision.expected(ifMatch));
            return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.family());
        } catch (DuplicateKeyException sameName) {
            throw new FamilyNameTaken(facts.name());
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<ProductFamily> read(@PathVariable UUID id) {
        return answer(HttpStatus.OK, families.find(id).orElseThrow(() -> new NotFound("product family " + id)));
    }

    /** By name. */
    @GetMapping
    Page<ProductFamily> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return families.list(cursor, Page.limit(limit));
    }

    private static ResponseEntity<ProductFamily> answer(HttpStatus status, ProductFamily family) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(family.version()))
                .body(family);
    }
}
