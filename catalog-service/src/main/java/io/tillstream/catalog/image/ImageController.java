package io.tillstream.catalog.image;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.catalog.thumbnail.ThumbnailMaker;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ImageController {
    /** What is under an id never changes. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final PictureWall wall;
    private final Images images;

    ImageController(PictureWall wall, Images images) {
        this.wall = wall;
        this.images = images;
    }

    /** The picture itself as the body: JPEG, PNG or WebP, at most 10 MB. Whatever type is named, its bytes decide. */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @PutMapping("/api/product-images/{id}")
    ResponseEntity<ProductImage> put(
            @PathVariable UUID id, @RequestParam UUID productId, HttpServletRequest request, Caller caller)
            throws IOException {
        boolean stored = wall.hang(id, productId, received(request), caller);
        ProductImage image = found(id);
        return stored ? Put.created(image) : Put.seenBefore(image);
    }

    @PutMapping("/api/product-images/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        wall.takeDown(id);
    }

    @GetMapping("/api/product-images/{id}")
    ProductImage read(@PathVariable UUID id) {
        return found(id);
    }

    /** A product's pictures in their order, without those that were removed. */
    @GetMapping("/api/product-images")
    Page<ProductImage> of(@RequestParam UUID productId) {
        return new Page<>(images.of(productId), null);
    }

    /** @param edge the longest side: 160 or 640 */
    @GetMapping(path = "/api/product-images/{id}/thumbnails/{edge}", produces = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID id, @PathVariable int edge) {
        byte[] jpeg =
                images.thumbnail(id, edge).orElseThrow(() -> new NotFound("thumbnail " + edge + " of picture " + id));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .body(jpeg);
    }

    private ProductImage found(UUID id) {
        return images.find(id).orElseThrow(() -> new NotFound("picture " + id));
    }

    private static byte[] received(HttpServletRequest request) throws IOException {
        int most = ThumbnailMaker.MOST_BYTES;
        if (request.getContentLengthLong() > most) {
            throw tooLarge();
        }
        try (InputStream body = request.getInputStream()) {
            byte[] picture = body.readNBytes(most + 1);
            if (picture.length > most) {
                throw tooLarge();
            }
            return picture;
        }
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE, "The picture is larger than 10 MB. Save it smaller and send it again.");
    }
}
