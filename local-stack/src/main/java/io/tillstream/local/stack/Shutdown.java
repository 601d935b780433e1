package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.process.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stops parts: first who takes requests, last what holds data. */
final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Suite suite;

    Shutdown(Suite suite) {
        this.suite = suite;
    }

    /** Stops those of the given parts that live; returns how many there were. */
    int stop(Set<Part> parts, Progress progress) throws InterruptedException {
        int stopped = 0;
        for (Set<Part> wave : waves()) {
            Set<Part> living = wave.stream()
                    .filter(parts::contains)
                    .filter(part -> suite.running(part).isPresent())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
            if (!living.isEmpty()) {
                progress.doing("stopping " + living.stream().map(Part::label).collect(Collectors.joining(", ")));
                stopTogether(living);
                stopped += living.size();
            }
        }
        for (Part part : parts) {
            if (suite.running(part).isEmpty()) {
                suite.pidFile(part).delete();
            }
        }
        return stopped;
    }

    void stopTraining() throws InterruptedException {
        Optional<Running> training = suite.trainingPidFile().living();
        if (training.isPresent()) {
            List<ProcessHandle> children = ProcessHandle.of(training.get().pid())
                    .map(handle -> handle.descendants().toList())
                    .orElse(List.of());
            training.get().stop("TERM", Duration.ofSeconds(2));
            children.forEach(ProcessHandle::destroyForcibly);
        }
        suite.trainingPidFile().delete();
    }

    private static List<Set<Part>> waves() {
        Set<Part> services = EnumSet.copyOf(Part.services());
        return List.of(
                EnumSet.of(Part.GATEWAY),
                services,
                EnumSet.of(Part.KEYCLOAK, Part.MAIL, Part.PRINT_BRIDGE, Part.STORE_EDGE),
                EnumSet.of(Part.KAFKA),
                EnumSet.of(Part.POSTGRES));
    }

    private void stopTogether(Set<Part> parts) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Part part : parts) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    Optional<Running> running = suite.running(part);
                    if (running.isPresent()) {
                        running.get().stop(suite.blueprint(part).stopSignal(), PATIENCE);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
