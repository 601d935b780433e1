package io.tillstream.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

    private static final String REACT = "\"node_modules/react\": {\"version\": \"19.3.1\"}";
    private static final String FOR_MACS = "\"node_modules/fsevents\": {\"version\": \"2.3.3\", \"optional\": true}";

    @TempDir
    Path checkout;

    @Test
    void librariesThatNpmHasInstalledAreNotFetchedAgain() throws IOException {
        lock("pos-console/package-lock.json", "\"\": {\"name\": \"pos-console\"}", REACT, FOR_MACS);
        assertThat(hasLibraries()).isFalse();
        lock("pos-console/node_modules/.package-lock.json", REACT);
        assertThat(hasLibraries()).isTrue();
    }

    @Test
    void librariesOfAnotherVersionOrMissingOnesAreFetched() throws IOException {
        lock("pos-console/package-lock.json", REACT, "\"node_modules/dexie\": {\"version\": \"4.4.7\"}");
        lock("pos-console/node_modules/.package-lock.json", REACT);
        assertThat(hasLibraries()).isFalse();
        lock("pos-console/node_modules/.package-lock.json", REACT, "\"node_modules/dexie\": {\"version\": \"4.4.6\"}");
        assertThat(hasLibraries()).isFalse();
    }

    private boolean hasLibraries() {
        return new Console(checkout, checkout.resolve("build.log")).hasLibraries();
    }

    private void lock(String file, String... packages) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"packages\": {" + String.join(", ", packages) + "}}");
    }
}
