package io.tillstream.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the processes of the suite use, read from {@code /proc}; the load generator is not among them. */
final class Processes {

    private static final double MS_PER_TICK = 10.0;

    private final Map<String, Long> pids;

    Processes(Map<String, Long> pids) {
        this.pids = pids;
    }

    /** CPU time of each part since it started, in milliseconds, its children (PostgreSQL's backends) included. */
    Map<String, Double> cpuMs() {
        Map<String, Double> cpu = new LinkedHashMap<>();
        pids.forEach((part, pid) ->
                cpu.put(part, family(pid).stream().mapToDouble(Processes::cpuMs).sum()));
        return cpu;
    }

    /** Resident memory of all parts in MB; what PostgreSQL's processes share counts once. */
    long residentMb() {
        long kilobytes = 0;
        for (long pid : pids.values()) {
            List<ProcessHandle> family = family(pid);
            for (ProcessHandle process : family) {
                kilobytes += family.size() > 1
                        ? kilobytes(process, "smaps_rollup", "Pss:")
                        : kilobytes(process, "status", "VmRSS:");
            }
        }
        return kilobytes / 1024;
    }

    static Map<String, Double> spent(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> spent = new LinkedHashMap<>();
        after.forEach((part, ms) -> spent.put(part, ms - before.getOrDefault(part, 0.0)));
        return spent;
    }

    static double own() {
        return cpuMs(ProcessHandle.current());
    }

    private static List<ProcessHandle> family(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> Stream.concat(Stream.of(root), root.descendants()).toList())
                .orElse(List.of());
    }

    /** Fields 14 to 17 of /proc/PID/stat: user, system, and both of children that have ended. */
    private static double cpuMs(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = 11; field < 15; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks * MS_PER_TICK;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long kilobytes(ProcessHandle process, String file, String label) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }
}
