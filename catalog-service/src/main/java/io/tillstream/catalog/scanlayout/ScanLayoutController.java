package io.tillstream.catalog.scanlayout;

import io.tillstream.platform.security.Caller;
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
@RequestMapping("/api/scan-layouts")
class ScanLayoutController {
    private final ScanLayouts layouts;

    ScanLayoutController(ScanLayouts layouts) {
        this.layouts = layouts;
    }

    @PutMapping("/{id}")
    ResponseEntity<ScanLayout> keep(
            @PathVariable UUID id,
            @Valid @RequestBody LayoutFacts facts,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        try {
            ScanLayouts.Kept kept = layouts.keep(id, facts, Revision.expected(ifMatch), caller);
            return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.layout());
        } catch (DuplicateKeyException samePrefix) {
            throw new PrefixTaken(facts.prefix());
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<ScanLayout> read(@PathVariable UUID id) {
        return answer(HttpStatus.OK, layouts.find(id).orElseThrow(() -> new NotFound("scan layout " + id)));
    }

    @GetMapping
    Page<ScanLayout> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return layouts.list(cursor, Page.limit(limit));
    }

    private static ResponseEntity<ScanLayout> answer(HttpStatus status, ScanLayout layout) {
        return ResponseEntity.status(status)
                .eTag(Revision.tag(layout.version()))
                .body(layout);
    }
}
