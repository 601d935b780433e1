package io.tillstream.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillstream.local.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The log files of the parts: {@code PART.log}, and {@code PART.out} with what a program says before it can log. */
record Logs(Path home) {

    private static final long LARGE = 10L << 20;
    private static final int TAIL = 256 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The file to look at first. */
    Path main(Part part) {
        return home.resolve("log/" + part.label() + ".log");
    }

    private Path output(Part part) {
        return home.resolve("log/" + part.label() + ".out");
    }

    List<Path> files(Part part) {
        return Stream.of(output(part), main(part)).filter(Files::exists).toList();
    }

    /** Keeps one old file of what a part's program appends to; called while the part is not running. */
    void rotate(Part part) throws IOException {
        for (Path file : files(part)) {
            if (Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Bytes in all files of the part. */
    long length(Part part) throws IOException {
        long sum = 0;
        for (Path file : files(part)) {
            sum += Files.size(file);
        }
        return sum;
    }

    /** What was written after a moment at which {@link #length} was taken, at most the last part of it. */
    String since(Part part, long length) {
        StringBuilder text = new StringBuilder();
        try {
            long fresh = Math.max(0, length(part) - length);
            for (Path file : files(part)) {
                text.append(tail(file, Math.min(fresh, TAIL)));
            }
        } catch (IOException unreadable) {
            text.append("its log cannot be read: ").append(unreadable.getMessage());
        }
        return text.toString();
    }

    /** The last bytes of a file as text. */
    static String tail(Path file, long bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, open.length() - bytes);
            open.seek(from);
            byte[] content = new byte[(int) (open.length() - from)];
            open.readFully(content);
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The one line that says why: the innermost cause if there is one, else the last error, else the last line. */
    static String causeIn(String text) {
        List<String> lines = text.lines()
                .flatMap(line -> readable(line).lines())
                .filter(line -> !line.isBlank())
                .toList();
        String found = last(lines, "caused by:")
                .or(() -> last(lines, "error"))
                .or(() -> last(lines, "fatal"))
                .or(() -> last(lines, "exception"))
                .or(() -> lines.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(lines.getLast()))
                .orElse("it said nothing");
        String line = found.strip().replaceFirst("\\.$", "");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    private static java.util.Optional<String> last(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(word))
                .filter(line -> !line.strip().startsWith("at "))
                .reduce((first, second) -> second);
    }

    /** A structured line as a person reads it; any other line as it is. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String stack = entry.path("stack_trace").asText("");
            String logger = entry.path("logger_name").asText("");
            return entry.path("@timestamp").asText("") + " "
                    + entry.path("level").asText("") + " "
                    + logger.substring(logger.lastIndexOf('.') + 1) + " "
                    + entry.path("message").asText("") + (stack.isEmpty() ? "" : "\n" + stack.stripTrailing());
        } catch (JsonProcessingException other) {
            return line;
        }
    }
}
