package io.tillstream.purchasing.letter;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text with places to fill in. Control characters that slipped into a name are dropped: XML has no room for them. */
final class Template {

    private final com.samskivert.mustache.Template compiled;

    private Template(com.samskivert.mustache.Template compiled) {
        this.compiled = compiled;
    }

    /** For HTML: what is filled in is escaped. */
    static Template html(String name) {
        return new Template(compile(name, Mustache.compiler().escapeHTML(true)));
    }

    static Template text(String name) {
        return new Template(compile(name, Mustache.compiler().escapeHTML(false)));
    }

    String fill(Object values) {
        return compiled.execute(values);
    }

    private static com.samskivert.mustache.Template compile(String name, Mustache.Compiler compiler) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Template.class.getResourceAsStream("/letter/" + name)),
                StandardCharsets.UTF_8)) {
            return compiler.nullValue("")
                    .withFormatter(value -> String.valueOf(value).replaceAll("\\p{Cntrl}", " "))
                    .compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
