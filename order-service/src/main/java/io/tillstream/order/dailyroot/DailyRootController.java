package io.tillstream.order.dailyroot;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class DailyRootController {

    private final RootStore roots;
    private final RootExport export;

    DailyRootController(RootStore roots, RootExport export) {
        this.roots = roots;
        this.export = export;
    }

    /** The roots of a store, the newest first. */
    @GetMapping("/api/daily-roots")
    Page<DailyRoot> rootsOfStore(
            @RequestParam String storeId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        mustSee(storeId, caller);
        int rows = Page.limit(limit);
        Long before = Cursor.decode(cursor, 1, key -> Long.valueOf(key.getFirst()));
        return Page.of(
                roots.newest(storeId, before == null ? Long.MAX_VALUE : before, rows + 1),
                rows,
                last -> Cursor.encode(last.number()));
    }

    /** All roots of a store, a line each, for the verifier and for whoever keeps them outside. */
    @GetMapping(path = "/api/daily-roots/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> exportRoots(@RequestParam String storeId, Caller caller) {
        mustSee(storeId, caller);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> export.write(storeId, out));
    }

    private static void mustSee(String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
    }
}
