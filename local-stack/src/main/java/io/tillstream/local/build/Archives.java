package io.tillstream.local.build;

import io.tillstream.local.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the parts that come as archives, each once. */
public record Archives(Path checkout, Path dist) {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    /** PostgreSQL's programs: a jar that holds one compressed tar. */
    public Path postgres() {
        return unpacked("postgres.jar", "postgres", "io/zonky/test/postgres", Archives::unpackTarInJar);
    }

    /** Keycloak's distribution. */
    public Path keycloak() {
        return unpacked("keycloak.zip", "keycloak", "org/keycloak/keycloak-quarkus-dist", Archives::unzip);
    }

    /** The class path of the Kafka broker. */
    public Path kafka() {
        Path folder = parts().resolve("kafka");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (ZipFile readable = new ZipFile(jar.toFile())) {
                    readable.size();
                } catch (IOException damaged) {
                    throw corrupted(jar, "org/apache/kafka", damaged);
                }
            }
            return folder;
        } catch (IOException absent) {
            throw corrupted(folder, "org/apache/kafka", absent);
        }
    }

    /** Changes whenever other archives were fetched. */
    public String version() {
        return Sources.fingerprintOf(parts().resolve("archives/keycloak.zip"));
    }

    private Path parts() {
        return checkout.resolve("local-stack/parts/target");
    }

    private Path unpacked(String file, String name, String inRepository, Unpacking unpacking) {
        Path archive = parts().resolve("archives").resolve(file);
        Path folder = dist.resolve(name);
        Stamp stamp = new Stamp(dist.resolve(name + ".stamp"), archive);
        if (Files.exists(folder) && stamp.fits(name)) {
            return folder;
        }
        Path draft = dist.resolve(name + ".new");
        try {
            Folders.delete(draft);
            Folders.delete(folder);
            Files.createDirectories(draft);
            unpacking.unpack(archive, draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            stamp.write(name);
            return folder;
        } catch (IOException damaged) {
            throw corrupted(archive, inRepository, damaged);
        }
    }

    private static Trouble corrupted(Path archive, String inRepository, IOException cause) {
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new Trouble(
                "The download " + archive + " is corrupted or missing (" + reason + ").",
                "Delete it and ~/.m2/repository/" + inRepository + ", then run ./till up again.");
    }

    private static void unpackTarInJar(Path archive, Path folder) throws IOException {
        try (ZipFile jar = new ZipFile(archive.toFile())) {
            ZipEntry tar = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz inside"));
            try (InputStream content = jar.getInputStream(tar)) {
                untar(content, folder);
            }
        }
    }

    private static void untar(InputStream compressed, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PROGRAM);
                    }
                }
            }
        }
    }

    /** The one folder at the top of the archive is left out. */
    private static void unzip(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = inside(folder, name);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (name.endsWith(".sh")) {
                    Files.setPosixFilePermissions(target, PROGRAM);
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an entry leads outside: " + name);
        }
        return target;
    }

    @FunctionalInterface
    private interface Unpacking {
        void unpack(Path archive, Path folder) throws IOException;
    }
}
