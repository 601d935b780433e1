package io.tillstream.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters of one kind in one box; each is a file, replaced whole, so that what was answered survives a crash. */
final class Shelf {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, Letter> letters = new LinkedHashMap<>();

    private Shelf(Path folder) {
        this.folder = folder;
    }

    /** What can't be read (a disk that was full, a hand that changed it) is left out. */
    static Shelf open(Path folder) throws IOException {
        Shelf shelf = new Shelf(Files.createDirectories(folder));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                @Nullable Letter letter = readable(file);
                if (letter != null) {
                    shelf.letters.put(letter.id(), letter);
                }
            }
        }
        return shelf;
    }

    private static @Nullable Letter readable(Path file) throws IOException {
        try {
            Letter letter = JSON.readValue(Files.readAllBytes(file), Letter.class);
            Instant.parse(letter.at());
            return file.getFileName().toString().equals(letter.id() + ".json") ? letter : null;
        } catch (com.fasterxml.jackson.core.JacksonException | java.time.DateTimeException damaged) {
            return null;
        }
    }

    @Nullable
    Letter find(String id) {
        return letters.get(id);
    }

    Collection<Letter> all() {
        return List.copyOf(letters.values());
    }

    void put(Letter letter) throws IOException {
        Path file = folder.resolve(letter.id() + ".json");
        Path draft = folder.resolve(letter.id() + ".new");
        Files.write(
                draft,
                JSON.writeValueAsBytes(letter),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        letters.put(letter.id(), letter);
    }

    void forgetBefore(Instant limit) throws IOException {
        for (Letter letter : new ArrayList<>(letters.values())) {
            if (letter.olderThan(limit)) {
                Files.deleteIfExists(folder.resolve(letter.id() + ".json"));
                letters.remove(letter.id());
            }
        }
    }

    int size() {
        return letters.size();
    }

    long length() {
        return letters.values().stream().mapToLong(Letter::length).sum();
    }
}
