package io.tillstream.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and its children use.
 *
 * @param residentMb memory in MB; what processes share is divided among them, so that a sum counts it once
 * @param cpuSeconds processor time since the start, children that ended included
 */
public record Usage(long residentMb, double cpuSeconds) {

    private static final double TICKS_PER_SECOND = 100.0;
    private static final int STATE_FIELD = 2;

    public static Usage of(long pid) {
        List<ProcessHandle> family = ProcessHandle.of(pid)
                .map(handle ->
                        Stream.concat(Stream.of(handle), handle.descendants()).toList())
                .orElse(List.of());
        long kilobytes =
                family.stream().mapToLong(member -> residentKb(member.pid())).sum();
        double seconds = family.stream().mapToDouble(Usage::cpuSeconds).sum();
        return new Usage(kilobytes / 1024, Math.round(seconds * 100) / 100.0);
    }

    private static long residentKb(long pid) {
        Path shares = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return Files.exists(shares) ? kilobytes(shares, "Pss:") : residentByPs(pid);
    }

    private static long kilobytes(Path file, String label) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static long residentByPs(long pid) {
        try {
            String text =
                    Programs.run("ps", "-o", "rss=", "-p", Long.toString(pid)).text();
            return text.matches("\\d+") ? Long.parseLong(text) : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Fields 14 to 17 of /proc/PID/stat: user, system, and the same of children that were waited for. */
    private static double cpuSeconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 13; field < 17; field++) {
                ticks += Long.parseLong(fields[field - STATE_FIELD]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException noProc) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        }
    }
}
