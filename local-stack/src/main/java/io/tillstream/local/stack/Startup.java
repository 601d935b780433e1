package io.tillstream.local.stack;

import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.Trouble;
import io.tillstream.local.process.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Brings every part to readiness: takes over what lives, starts what does not, each as soon as what it needs is ready. */
final class Startup {

    private static final Duration STOPPING = Duration.ofSeconds(25);
    private static final int POLL_MS = 150;
    /** What PostgreSQL says while the system still clears away one that was killed. */
    private static final List<String> NOT_GONE_YET =
            List.of("pre-existing shared memory block", "lock file \"postmaster.pid\" already exists");

    private final Suite suite;
    private final Progress progress;
    private final PortClaim ports;
    private final Map<Part, CompletableFuture<Part>> ready = new ConcurrentHashMap<>();
    private final Set<Part> started = EnumSet.noneOf(Part.class);
    /** Enough to keep two processors busy while some wait for a database or for Kafka; more makes each of them late. */
    private final Semaphore services =
            new Semaphore(Math.max(5, Runtime.getRuntime().availableProcessors()));

    Startup(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
        this.ports = new PortClaim(suite);
    }

    /** Refuses before anything is built when somebody else sits on one of our ports. */
    void checkPorts() throws InterruptedException {
        for (Blueprint blueprint : suite.blueprints()) {
            if (suite.running(blueprint.part()).isEmpty()) {
                ports.claim(blueprint);
            }
        }
    }

    /** Returns when all parts are ready. */
    void run() throws InterruptedException {
        run(EnumSet.allOf(Part.class));
    }

    /** Only the given parts, which must include what they need. */
    void run(Set<Part> parts) throws InterruptedException {
        List<Blueprint> blueprints = suite.blueprints().stream()
                .filter(blueprint -> parts.contains(blueprint.part()))
                .toList();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<?>> tasks = blueprints.stream()
                    .<Future<?>>map(blueprint -> threads.submit(() -> {
                        bring(blueprint);
                        return null;
                    }))
                    .toList();
            awaitAll(tasks);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
            progress.finish();
        }
    }

    /** The parts that this run started itself. */
    Set<Part> started() {
        synchronized (started) {
            return EnumSet.copyOf(started);
        }
    }

    private static void awaitAll(List<Future<?>> tasks) throws InterruptedException {
        while (true) {
            boolean pending = false;
            for (Future<?> task : tasks) {
                if (!task.isDone()) {
                    pending = true;
                } else if (task.state() == Future.State.FAILED) {
                    throw asTrouble(task.exceptionNow());
                }
            }
            if (!pending) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private static RuntimeException asTrouble(Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private void bring(Blueprint blueprint) throws Exception {
        for (Part need : blueprint.needs()) {
            awaitPart(need);
        }
        boolean limited = blueprint.part().isModule();
        if (limited) {
            services.acquire();
        }
        try {
            Instant begin = Instant.now();
            progress.waitFor(blueprint.part().label());
            Optional<Running> running = current(blueprint);
            boolean adopted = running.isPresent()
                    && awaitReadyOrEnd(blueprint, running.get())
                    && settles(blueprint, running.get());
            if (!adopted) {
                Running begun = startAndAwait(blueprint);
                blueprint.settle(begun::isAlive);
            }
            String how = adopted ? "was running" : String.format(Locale.ROOT, "ready after %.1f s", since(begin));
            progress.arrived(
                    blueprint.part().label(),
                    String.format(Locale.ROOT, "%-19s %s", blueprint.part().label(), how));
            readiness(blueprint.part()).complete(blueprint.part());
        } finally {
            if (limited) {
                services.release();
            }
        }
    }

    /**
     * False when it turns out to have been ending: a process that was just killed still counts as alive, and the system
     * accepts connections for it, until all of its memory is given back.
     */
    private static boolean settles(Blueprint blueprint, Running running) throws Exception {
        try {
            blueprint.settle(running::isAlive);
        } catch (Exception failed) {
            if (running.isAlive()) {
                throw failed;
            }
        }
        return running.isAlive();
    }

    private CompletableFuture<Part> readiness(Part part) {
        return ready.computeIfAbsent(part, any -> new CompletableFuture<>());
    }

    private void awaitPart(Part need) throws InterruptedException {
        try {
            readiness(need).get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The living process, unless it runs something older than what was built. */
    private Optional<Running> current(Blueprint blueprint) throws InterruptedException {
        Optional<Running> running = suite.running(blueprint.part());
        if (running.isPresent() && !running.get().version().equals(blueprint.version())) {
            running.get().stop(blueprint.stopSignal(), STOPPING);
            return Optional.empty();
        }
        return running;
    }

    private Running startAndAwait(Blueprint blueprint) throws Exception {
        blueprint.prepare();
        Instant deadline = Instant.now().plusSeconds(30);
        while (true) {
            ports.claim(blueprint);
            Logs logs = new Logs(suite.settings().home());
            logs.rotate(blueprint.part());
            long logged = logs.length(blueprint.part());
            Process process = blueprint.launch().start();
            Running running = Running.of(process.pid(), blueprint.version())
                    .orElse(new Running(process.pid(), Instant.now(), blueprint.version()));
            suite.pidFile(blueprint.part()).write(running);
            synchronized (started) {
                started.add(blueprint.part());
            }
            if (awaitReadyOrEnd(blueprint, running)) {
                return running;
            }
            String said = logs.since(blueprint.part(), logged);
            if (NOT_GONE_YET.stream().noneMatch(said::contains) || Instant.now().isAfter(deadline)) {
                throw ended(blueprint.part(), said);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean awaitReadyOrEnd(Blueprint blueprint, Running running) throws InterruptedException {
        Instant deadline = Instant.now().plus(blueprint.patience());
        while (running.isAlive()) {
            if (blueprint.isReady()) {
                return true;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Trouble(
                        blueprint.part().label() + " (pid " + running.pid() + ") is not ready after "
                                + blueprint.patience().toMinutes() + " minutes.",
                        "Look at ./till logs " + blueprint.part().label() + ", then ./till down and ./till up.");
            }
            progress.tick();
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        return false;
    }

    private Trouble ended(Part part, String said) {
        return new Trouble(
                part.label() + " ended while starting: " + Logs.causeIn(said) + ".",
                "Correct it and run ./till up again. Log: "
                        + new Logs(suite.settings().home()).main(part));
    }

    private static double since(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
