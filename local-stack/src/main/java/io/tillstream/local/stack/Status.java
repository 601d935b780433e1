package io.tillstream.local.stack;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillstream.local.Command;
import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.process.Running;
import io.tillstream.local.process.Usage;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** {@code ./till status [--json]}: one line per part; exit 0 only when all are ready. */
public final class Status implements Command {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "[--json]  shows every part: state, port, pid, start, memory, processor time";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        Report report = of(settings);
        if (arguments.contains("--json")) {
            System.out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            print(report);
        }
        return report.ready() ? 0 : 1;
    }

    /** The state of every part as it is now. */
    public static Report of(Settings settings) throws InterruptedException, ExecutionException {
        Suite suite = new Suite(settings);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PartState>> states = suite.blueprints().stream()
                    .map(blueprint -> threads.submit(() -> stateOf(suite, blueprint)))
                    .toList();
            List<PartState> parts = new java.util.ArrayList<>();
            for (Future<PartState> state : states) {
                parts.add(state.get());
            }
            return new Report(parts.stream().allMatch(part -> part.state().equals("ready")), parts);
        }
    }

    private static PartState stateOf(Suite suite, Blueprint blueprint) {
        Part part = blueprint.part();
        int port = suite.settings().port(part);
        Optional<Running> running = suite.running(part);
        if (running.isEmpty()) {
            return new PartState(part.label(), "stopped", port, null, null, 0, 0);
        }
        Usage usage = Usage.of(running.get().pid());
        return new PartState(
                part.label(),
                blueprint.isReady() ? "ready" : "starting",
                port,
                running.get().pid(),
                running.get().startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                usage.residentMb(),
                usage.cpuSeconds());
    }

    private static void print(Report report) {
        for (PartState part : report.parts()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-19s %-9s %5s %8s  %-20s %6s MB %8s CPU s%n",
                    part.name(),
                    part.state(),
                    part.port(),
                    part.pid() == null ? "-" : part.pid(),
                    part.startedAt() == null ? "-" : part.startedAt(),
                    part.residentMb(),
                    String.format(Locale.ROOT, "%.1f", part.cpuSeconds()));
        }
        System.out.printf(
                Locale.ROOT,
                "%s; %d MB resident, %.1f CPU s%n",
                report.ready() ? "all ready" : "not ready",
                report.parts().stream().mapToLong(PartState::residentMb).sum(),
                report.parts().stream().mapToDouble(PartState::cpuSeconds).sum());
    }

    /** What {@code --json} prints: a stable contract. */
    @JsonPropertyOrder({"ready", "parts"})
    public record Report(boolean ready, List<PartState> parts) {}

    /** @param state {@code ready}, {@code starting} (lives but does not answer yet, or no more) or {@code stopped} */
    @JsonPropertyOrder({"name", "state", "port", "pid", "startedAt", "residentMb", "cpuSeconds"})
    public record PartState(
            String name,
            String state,
            int port,
            @Nullable Long pid,
            @Nullable String startedAt,
            long residentMb,
            double cpuSeconds) {}
}
