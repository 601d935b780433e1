package io.tillstream.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void secretsAreRandomKeptAndReadableByTheirOwnerOnly() throws Exception {
        String first = Secrets.in(home).of("orders_app");

        assertThat(first)
                .hasSizeGreaterThanOrEqualTo(32)
                .isNotEqualTo(Secrets.in(home).of("orders_owner"));
        assertThat(Secrets.in(home).of("orders_app")).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}
