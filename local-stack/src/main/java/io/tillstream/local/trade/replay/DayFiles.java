package io.tillstream.local.trade.replay;

import io.tillstream.local.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads day files named {@code 2010-12-01.csv}, from a folder or from a {@code .tar.xz} of such files. */
final class DayFiles {

    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.csv");
    private static final long LARGEST_FILE = 64L << 20;

    private final TreeMap<LocalDate, DaySheet> days = new TreeMap<>();
    private final Map<String, LocalDate> dayOfDocument = new HashMap<>();
    private final DayFileParser parser = new DayFileParser();

    private DayFiles() {}

    /** All days, oldest first. */
    static List<DaySheet> read(Path path) throws IOException {
        DayFiles files = new DayFiles();
        if (Files.isDirectory(path)) {
            files.readFolder(path);
        } else if (Files.isRegularFile(path)) {
            files.readArchive(path);
        } else {
            throw new Trouble(path + " does not exist.", "Give a folder of day files or a .tar.xz of them.");
        }
        if (files.days.isEmpty()) {
            throw new Trouble(path + " holds no day file.", "They are named like 2010-12-01.csv.");
        }
        return List.copyOf(files.days.values());
    }

    private void readFolder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> paths = Files.list(folder)) {
            found = paths.toList();
        }
        for (Path file : found) {
            if (dayOf(file.getFileName().toString()) != null) {
                add(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private void readArchive(Path archive) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!entry.isFile() || dayOf(name) == null) {
                    continue;
                }
                if (entry.getSize() > LARGEST_FILE) {
                    throw new Trouble(name + " is larger than 64 MB.", "Give day files of at most that size.");
                }
                add(name, tar.readAllBytes());
            }
        } catch (IOException e) {
            throw new Trouble(archive + " is not a readable .tar.xz: " + e.getMessage() + ".", "Fetch it again.");
        }
    }

    private static @Nullable LocalDate dayOf(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? LocalDate.parse(matcher.group(1)) : null;
    }

    private void add(String name, byte[] content) {
        LocalDate day = dayOf(name);
        if (day == null) {
            return;
        }
        DaySheet sheet = DaySheet.of(day, parser.rows(name, new String(content, StandardCharsets.UTF_8)));
        if (days.put(day, sheet) != null) {
            throw new Trouble(name + " occurs twice.", "Leave one of them out.");
        }
        for (SourceDocument document : sheet.documents()) {
            LocalDate other = dayOfDocument.put(document.number(), day);
            if (other != null) {
                throw new Trouble(
                        "Document %s occurs on %s and on %s.".formatted(document.number(), other, day),
                        "A document belongs to one day: correct the files.");
            }
        }
    }
}
