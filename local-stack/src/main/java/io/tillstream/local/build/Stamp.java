package io.tillstream.local.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Beside a product: the fingerprint of the sources it was built from, and of the product itself. */
record Stamp(Path file, Path product) {

    /** Whether the product is what these sources give. */
    boolean fits(String fingerprint) {
        try {
            return Files.exists(product)
                    && Files.exists(file)
                    && Files.readString(file).equals(content(fingerprint));
        } catch (IOException unreadable) {
            return false;
        }
    }

    void write(String fingerprint) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content(String fingerprint) {
        return fingerprint + " " + Sources.fingerprintOf(product);
    }
}
