package io.tillstream.catalog.productimport;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tillstream.catalog.productimport.ProductImport.Wish;
import io.tillstream.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class ProductImportController {
    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final ProductImport productImport;

    ProductImportController(ProductImport productImport) {
        this.productImport = productImport;
    }

    /** A CSV file of at most 64 MB; see the service's documentation for its columns. */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping(path = "/api/product-imports", consumes = "text/csv")
    ImportOutcome take(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean acceptGood,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        // a slow sender must not hold a transaction open: the file is here before it is read
        Path file = Files.createTempFile("product-import", ".csv");
        try {
            receive(request, file);
            return productImport.take(file, new Wish(dryRun, acceptGood, caller));
        } finally {
            Files.delete(file);
        }
    }

    private static void receive(HttpServletRequest request, Path file) throws IOException {
        if (request.getContentLengthLong() > LARGEST_FILE) {
            throw tooLarge();
        }
        try (InputStream body = request.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long received = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                received += count;
                if (received > LARGEST_FILE) {
                    throw tooLarge();
                }
                out.write(buffer, 0, count);
            }
        }
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(
                HttpStatus.CONTENT_TOO_LARGE,
                "The file is larger than 64 MB. Split it and send the parts one after the other.");
    }
}
