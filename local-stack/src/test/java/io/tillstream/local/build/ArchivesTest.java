package io.tillstream.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.local.Trouble;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {

    @TempDir
    Path checkout;

    private Path archive;
    private Archives archives;

    @BeforeEach
    void download() throws Exception {
        archive = checkout.resolve("local-stack/parts/target/archives/keycloak.zip");
        archives = new Archives(checkout, checkout.resolve("dist"));
        Files.createDirectories(archive.getParent());
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("keycloak-1/bin/kc.sh"));
            zip.write("#!/bin/sh\n".getBytes());
            zip.closeEntry();
        }
    }

    @Test
    void anArchiveIsUnpackedOnceAndAgainWhenAnotherOneCame() throws Exception {
        Path script = archives.keycloak().resolve("bin/kc.sh");
        assertThat(script).isExecutable();

        Files.writeString(script, "changed");
        assertThat(archives.keycloak().resolve("bin/kc.sh")).hasContent("changed");

        Files.setLastModifiedTime(archive, java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(archives.keycloak().resolve("bin/kc.sh")).hasContent("#!/bin/sh\n");
    }

    @Test
    void aTruncatedDownloadIsOneLineThatSaysWhatToDelete() throws Exception {
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(archives::keycloak)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(archive.toString())
                .hasMessageContaining("corrupted")
                .hasMessageContaining("./till up")
                .hasMessageNotContaining("\n");
        assertThat(checkout.resolve("dist/keycloak")).doesNotExist();
    }
}
