package io.tillstream.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTest {

    @TempDir
    Path checkout;

    private Module module;

    @BeforeEach
    void buildOnce() throws Exception {
        write("pom.xml", "parent");
        write("order-service/pom.xml", "module");
        write("order-service/src/main/java/Sale.java", "class Sale {}");
        write("platform/src/main/java/Money.java", "class Money {}");
        write("order-service/target/order-service-0.1.0-SNAPSHOT.jar", "jar");
        module = new Module(checkout, "order-service");
        assertThat(module.isStale()).isTrue();
        module.markFresh();
    }

    @Test
    void aModuleIsStaleWhenASourceOfItOrOfThePlatformChanged() throws Exception {
        assertThat(module.isStale()).isFalse();

        write("platform/src/main/java/Money.java", "class Money { int cents; }");
        assertThat(module.isStale()).isTrue();
        write("platform/src/main/java/Money.java", "class Money {}");
        assertThat(module.isStale()).isFalse();

        write("order-service/src/main/java/Tender.java", "class Tender {}");
        assertThat(module.isStale()).isTrue();
    }

    @Test
    void aCheckoutThatOnlyTouchesFilesMakesNothingStale() throws Exception {
        Files.setLastModifiedTime(
                checkout.resolve("order-service/src/main/java/Sale.java"), FileTime.from(Instant.EPOCH));

        assertThat(module.isStale()).isFalse();
    }

    @Test
    void aModuleWhoseJarIsGoneOrWasBuiltBySomebodyElseIsStale() throws Exception {
        write("order-service/target/order-service-0.1.0-SNAPSHOT.jar", "another jar");
        assertThat(module.isStale()).isTrue();

        Files.delete(module.jar());
        assertThat(module.isStale()).isTrue();
    }

    private void write(String file, String content) throws Exception {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
