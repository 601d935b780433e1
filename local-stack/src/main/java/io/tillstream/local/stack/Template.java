package io.tillstream.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A configuration file beside this class with places like <code>${port}</code> to fill. */
record Template(String text, String name) {

    Template(String name) {
        this(read(name), name);
    }

    Template with(String place, Object value) {
        return new Template(text.replace("${" + place + "}", value.toString()), name);
    }

    void writeTo(Path file) throws IOException {
        Files.writeString(file, text);
    }

    private static String read(String name) {
        try (InputStream file = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
