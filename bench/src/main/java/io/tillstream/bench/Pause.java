package io.tillstream.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops every part but the named ones for a moment (SIGSTOP), so that the accept path is measured alone, as the raw-SQL limit
 * is. They go on afterwards, whatever happens to the measurement; a suite that was left stopped by a killed run is woken first.
 */
final class Pause {

    private final List<Long> stopped = new ArrayList<>();
    private final Thread atExit = new Thread(this::wake);

    private Pause() {}

    static Pause allBut(Set<String> kept, Map<String, Long> pids) throws IOException, InterruptedException {
        Pause pause = new Pause();
        pids.forEach((part, pid) -> {
            if (!kept.contains(part)) {
                pause.stopped.add(pid);
            }
        });
        Runtime.getRuntime().addShutdownHook(pause.atExit);
        signal("-STOP", pause.stopped);
        return pause;
    }

    static void wakeAll(Map<String, Long> pids) throws IOException, InterruptedException {
        signal("-CONT", List.copyOf(pids.values()));
    }

    private void wake() {
        try {
            signal("-CONT", stopped);
        } catch (IOException e) {
            System.err.println("Parts may still be stopped: run ./till bench again or ./till down. " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    void end() {
        wake();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
