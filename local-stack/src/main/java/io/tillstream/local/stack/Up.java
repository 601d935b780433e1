package io.tillstream.local.stack;

import io.tillstream.local.Command;
import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.Settings;
import io.tillstream.local.Till;
import io.tillstream.local.Trouble;
import io.tillstream.local.process.Running;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** {@code ./till up [--detach]}: builds what is stale, starts what does not run, returns or stays when all is ready. */
public final class Up implements Command {

    private static final long NEEDED_BYTES = 3L << 30;

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String usage() {
        return "[--detach]  builds what is stale and starts everything; Ctrl-C stops it, --detach leaves it running";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        List<String> unknown = arguments.stream()
                .filter(argument -> !argument.equals("--detach"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Trouble("./till up does not know " + unknown.getFirst() + ".", "Usage: ./till up " + usage());
        }
        boolean detach = arguments.contains("--detach");
        Suite suite = new Suite(settings);
        Progress progress = Progress.onConsole();
        Startup startup = new Startup(suite, progress);
        OnInterrupt onInterrupt = new OnInterrupt(suite, () -> startup.started());
        FileChannel lock = lock(settings.home());
        try {
            checkDisk(settings.home());
            startup.checkPorts();
            suite.workshop().bringUpToDate(progress);
            startup.run();
        } catch (Trouble | IOException trouble) {
            progress.finish();
            onInterrupt.stopNow();
            throw trouble;
        } finally {
            lock.close();
        }
        if (detach) {
            onInterrupt.disarm();
        } else {
            onInterrupt.stopsAll();
        }
        boolean complete = loadDemoOnce(settings, progress);
        Training.startInBackground(suite);
        announce(settings, progress);
        if (!detach) {
            stay(suite, onInterrupt);
            onInterrupt.disarm();
        }
        return complete ? 0 : 1;
    }

    private static FileChannel lock(Path home) throws IOException {
        Path file = home.resolve("run/up.lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new Trouble("Another ./till up is starting this suite.", "Wait until it is ready, or stop it.");
        }
        return channel;
    }

    private static void checkDisk(Path home) throws IOException {
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new Trouble(
                    "Only " + (free >> 20) + " MB are free on the disk of " + home + ", 3 GB are needed.",
                    "Free some space, or set TILL_HOME to a folder on another disk.");
        }
    }

    /** The demo shop is loaded at the very first start; the suite goes on without it when that fails. */
    private static boolean loadDemoOnce(Settings settings, Progress progress) throws Exception {
        Path mark = settings.home().resolve("data/demo.loaded");
        Optional<Command> demo = Till.commands().stream()
                .filter(command -> command.name().equals("demo"))
                .findFirst();
        if (!settings.demo() || demo.isEmpty() || Files.exists(mark)) {
            return true;
        }
        progress.doing("loading the demo shop");
        String trouble;
        try {
            trouble = demo.get().run(settings, List.of()) == 0 ? "" : "It says why above.";
        } catch (Trouble why) {
            trouble = String.valueOf(why.getMessage());
        }
        if (trouble.isEmpty()) {
            Files.createFile(mark);
            progress.done("demo shop loaded");
        } else {
            progress.finish();
            System.err.println("till: The suite runs, but without its demo shop. " + trouble
                    + " Load it with ./till demo when that is mended.");
        }
        return trouble.isEmpty();
    }

    private static void announce(Settings settings, Progress progress) {
        progress.finish();
        System.out.printf(Locale.ROOT, "%nReady after %.1f s: open %s%n", progress.seconds(), settings.publicUrl());
        if (settings.demo()) {
            System.out.println("""
                    Demo users (password demo): anna, ben (cashiers in Berlin, Hamburg), lea (shift lead), mia (store manager),
                    bruno (buyer), ada (accountant), sam (supplier), otto (ops), vera (auditor).""");
        }
        System.out.println(
                "Mails: http://localhost:" + settings.mailPagePort() + "   Paper and scale: http://localhost:"
                        + settings.port(Part.PRINT_BRIDGE) + "   State: ./till status   Stop: ./till down");
    }

    /** Until Ctrl-C, or until somebody stopped everything. */
    private static void stay(Suite suite, OnInterrupt onInterrupt) throws InterruptedException {
        System.out.println("Ctrl-C stops everything.");
        Set<Part> missing = EnumSet.noneOf(Part.class);
        while (missing.size() < Part.values().length) {
            TimeUnit.SECONDS.sleep(2);
            for (Part part : Part.values()) {
                boolean lives = suite.running(part).filter(Running::isAlive).isPresent();
                if (lives) {
                    missing.remove(part);
                } else if (missing.add(part) && !onInterrupt.isStopping()) {
                    System.out.println(part.label() + " is not running any more; ./till up starts it again.");
                }
            }
        }
        System.out.println("Everything was stopped.");
    }

    /** What Ctrl-C does: until all is ready it stops what this run started, afterwards everything. */
    private static final class OnInterrupt {

        private final Suite suite;
        private final AtomicReference<java.util.function.Supplier<Set<Part>>> toStop;
        private final AtomicBoolean stopping = new AtomicBoolean();

        OnInterrupt(Suite suite, java.util.function.Supplier<Set<Part>> started) {
            this.suite = suite;
            this.toStop = new AtomicReference<>(started);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopNow, "stop"));
        }

        void stopsAll() {
            toStop.set(() -> EnumSet.allOf(Part.class));
        }

        void disarm() {
            toStop.set(() -> EnumSet.noneOf(Part.class));
        }

        /** True from before the first part goes: what is missing then is meant to be. */
        boolean isStopping() {
            return stopping.get();
        }

        void stopNow() {
            Set<Part> parts = toStop.getAndSet(() -> EnumSet.noneOf(Part.class)).get();
            if (parts.isEmpty()) {
                return;
            }
            stopping.set(true);
            try {
                Shutdown shutdown = new Shutdown(suite);
                shutdown.stopTraining();
                Progress progress = Progress.onConsole();
                shutdown.stop(parts, progress);
                progress.finish();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
