package io.tillstream.catalog.changeset;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Revision;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/change-sets")
class ChangeSetController {
    private final ChangeSetDesk desk;
    private final Application application;
    private final Reversal reversal;
    private final ChangeSets sets;
    private final ChangeSetLines lines;

    ChangeSetController(
            ChangeSetDesk desk, Application application, Reversal reversal, ChangeSets sets, ChangeSetLines lines) {
        this.desk = desk;
        this.application = application;
        this.reversal = reversal;
        this.sets = sets;
        this.lines = lines;
    }

    @PutMapping("/{id}")
    ResponseEntity<ChangeSet> keep(
            @PathVariable UUID id,
            @Valid @RequestBody ChangeSetTerms terms,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        ChangeSetDesk.Kept kept = desk.keep(id, terms, Revision.expected(ifMatch), caller);
        return answer(kept.created() ? HttpStatus.CREATED : HttpStatus.OK, kept.set());
    }

    @GetMapping("/{id}")
    ResponseEntity<ChangeSet> read(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, desk.read(id, caller));
    }

    /** Those that changed last first. */
    @GetMapping
    Page<ChangeSetHead> list(
            @RequestParam(required = false) @Nullable ChangeSetState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return sets.list(state, caller, cursor, Page.limit(limit));
    }

    /** What the draft would do. */
    @GetMapping("/{id}/preview")
    ChangePreview preview(@PathVariable UUID id, @Valid @ParameterObject @ModelAttribute Wanted wanted, Caller caller) {
        return desk.preview(desk.read(id, caller).terms(), wanted);
    }

    /** What terms would do that are not stored yet: nothing is kept of them. */
    @PostMapping("/previews")
    ChangePreview previewOf(
            @Valid @RequestBody ChangeSetTerms terms, @Valid @ParameterObject @ModelAttribute Wanted wanted) {
        return desk.preview(terms, wanted);
    }

    /** What it did; with {@code left} only what its reversal left as it was. */
    @GetMapping("/{id}/lines")
    Page<ChangeSetLine> lines(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean left,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        return lines.list(desk.read(id, caller).id(), left, cursor, Page.limit(limit));
    }

    /** Applies the draft that was read, now or at a moment. */
    @PutMapping("/{id}/application")
    ResponseEntity<ChangeSet> apply(
            @PathVariable UUID id,
            @Valid @RequestBody ApplicationRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        try {
            return answer(HttpStatus.OK, application.apply(id, request, Revision.expected(ifMatch), caller));
        } catch (DataIntegrityViolationException raced) {
            throw WrongState.previewOutdated();
        }
    }

    /** Takes it back in one step. */
    @PutMapping("/{id}/reversal")
    ResponseEntity<ChangeSet> revert(@PathVariable UUID id, Caller caller) {
        try {
            return answer(HttpStatus.OK, reversal.revert(id, caller));
        } catch (DataIntegrityViolationException raced) {
            throw WrongState.previewOutdated();
        }
    }

    private static ResponseEntity<ChangeSet> answer(HttpStatus status, ChangeSet set) {
        return ResponseEntity.status(status).eTag(Revision.tag(set.version())).body(set);
    }
}
