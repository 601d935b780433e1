package io.tillstream.local.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** Remembers a process between two runs of the command. */
public record PidFile(Path file) {

    /** The process, if it still lives. */
    public Optional<Running> living() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new Running(
                            Long.parseLong(properties.getProperty("pid", "-1")),
                            Instant.parse(properties.getProperty("startedAt", "")),
                            properties.getProperty("version", "")))
                    .filter(Running::isAlive);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    public void write(Running running) {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(running.pid()));
        properties.setProperty("startedAt", running.startedAt().toString());
        properties.setProperty("version", running.version());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
