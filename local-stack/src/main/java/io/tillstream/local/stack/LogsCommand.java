package io.tillstream.local.stack;

import io.tillstream.local.Command;
import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./till logs [part] [-f]}: the last lines of one part or of all, and what follows if asked. */
public final class LogsCommand implements Command {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 10;
    private static final int TAIL = 512 << 10;

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String usage() {
        return "[PART] [-f]  shows the last log lines, and follows them with -f";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws IOException, InterruptedException {
        boolean follow = arguments.contains("-f");
        List<String> names =
                arguments.stream().filter(argument -> !argument.equals("-f")).toList();
        List<Part> parts = names.isEmpty()
                ? Arrays.asList(Part.values())
                : names.stream().map(Part::named).toList();
        Logs logs = new Logs(settings.home());
        List<Shown> shown = new ArrayList<>();
        for (Part part : parts) {
            for (Path file : logs.files(part)) {
                shown.add(new Shown(file, parts.size() == 1 ? "" : String.format("%-19s| ", part.label())));
            }
        }
        if (shown.isEmpty()) {
            throw new Trouble("There are no logs yet.", "Start the suite with ./till up.");
        }
        Map<Path, Long> positions = new HashMap<>();
        for (Shown one : shown) {
            positions.put(one.file(), Files.size(one.file()));
            print(one, Logs.tail(one.file(), TAIL), parts.size() == 1 ? LINES_OF_ONE : LINES_OF_EACH);
        }
        while (follow) {
            for (Shown one : shown) {
                printNew(one, positions);
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return 0;
    }

    private static void print(Shown shown, String text, int limit) {
        List<String> lines = text.lines().toList();
        lines.subList(Math.max(0, lines.size() - limit), lines.size()).stream()
                .map(Logs::readable)
                .flatMap(String::lines)
                .forEach(line -> System.out.println(shown.prefix() + line));
    }

    private static void printNew(Shown shown, Map<Path, Long> positions) throws IOException {
        if (!Files.exists(shown.file())) {
            return;
        }
        long from = positions.getOrDefault(shown.file(), 0L);
        long size = Files.size(shown.file());
        if (size < from) {
            from = 0;
        }
        if (size > from) {
            try (RandomAccessFile open = new RandomAccessFile(shown.file().toFile(), "r")) {
                open.seek(from);
                byte[] content = new byte[(int) Math.min(size - from, TAIL)];
                open.readFully(content);
                String text = new String(content, StandardCharsets.UTF_8);
                int end = text.lastIndexOf('\n') + 1;
                print(shown, text.substring(0, end), Integer.MAX_VALUE);
                positions.put(shown.file(), from + text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
            }
        }
    }

    private record Shown(Path file, String prefix) {}
}
