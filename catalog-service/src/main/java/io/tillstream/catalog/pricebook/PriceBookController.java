package io.tillstream.catalog.pricebook;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class PriceBookController {
    private static final int LARGEST_PAGE = 5000;

    private final PriceBookReader reader;
    private final PriceBookPages pages;
    private final NewestVersion newest;
    private final StoreFacts stores;

    PriceBookController(PriceBookReader reader, PriceBookPages pages, NewestVersion newest, StoreFacts stores) {
        this.reader = reader;
        this.pages = pages;
        this.newest = newest;
        this.stores = stores;
    }

    /** Everything that changed after a version; 304 when the caller's ETag says that it has the newest. */
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PriceBook.class)))
    @GetMapping("/api/price-books/{storeId}")
    @Nullable
    ResponseEntity<?> changes(
            @PathVariable String storeId,
            @RequestParam(defaultValue = "0") @PositiveOrZero long after,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller,
            WebRequest request)
            throws IOException {
        StoreFacts.Store store = stores.find(storeId)
                .filter(found -> caller.mayServe(found.id()))
                .orElseThrow(() -> new NotFound("store " + storeId));
        Long furtherOn = Cursor.decode(cursor, 1, key -> Long.valueOf(key.getFirst()));
        long from = furtherOn == null ? after : furtherOn;
        int size = limit == null ? LARGEST_PAGE : Math.clamp(limit, 1, LARGEST_PAGE);
        Optional<PriceBookPages.Page> full = size == LARGEST_PAGE ? pages.full(store, from, size) : Optional.empty();
        // taken before the page is read: a change in between makes the tag too old, never too new
        String tag = full.map(page -> "\"" + page.madeAt().toEpochMilli() + "+" + from + "\"")
                .orElseGet(() -> "\"" + reader.version() + "-" + from + "\"");
        if (request.checkNotModified(tag)) {
            return null;
        }
        return full.isPresent()
                ? whole(full.get().gzip(), tag, request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                : ResponseEntity.ok().eTag(tag).body(reader.changes(store, from, size));
    }

    /** The newest version of all books: small enough to be asked for every second. */
    @GetMapping("/api/price-books/{storeId}/version")
    NewestVersion.Known version(@PathVariable String storeId, Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return newest.known();
    }

    private static ResponseEntity<byte[]> whole(byte[] gzip, String tag, @Nullable String accepted) throws IOException {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(tag)
                .contentType(MediaType.APPLICATION_JSON)
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip")) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return answer.body(plain.readAllBytes());
        }
    }
}
