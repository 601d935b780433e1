package io.tillstream.print.queue;

import io.tillstream.print.printer.Outcome;
import io.tillstream.print.printer.Printer;
import io.tillstream.print.printer.PrinterState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One printer with what waits for it: prints in order, waits while the printer cannot, and prints nothing twice. */
public final class PrintQueue implements AutoCloseable {

    private static final Logger LOG = System.getLogger(PrintQueue.class.getName());
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final byte[] KICK = {0x1B, 'p', 0, 25, (byte) 250};
    /** In real time, past whatever the printer cannot print: DLE DC4. */
    private static final byte[] KICK_NOW = {0x10, 0x14, 1, 0, 1};

    private final String name;
    private final int paperMm;
    private final Printer printer;
    private final Spool spool;
    private final Spool drawers;
    private final ReentrantLock talking = new ReentrantLock();
    private final Semaphore news = new Semaphore(0);
    private final Thread worker;
    private volatile PrinterState lastState = PrinterState.READY;

    /**
     * @param spool the receipts
     * @param drawers the openings of the cash drawer, which are remembered and never wait
     */
    public PrintQueue(String name, int paperMm, Printer printer, Spool spool, Spool drawers) {
        this.name = name;
        this.paperMm = paperMm;
        this.printer = printer;
        this.spool = spool;
        this.drawers = drawers;
        this.worker = Thread.ofVirtual().name("printer " + name).start(this::printAll);
    }

    public String name() {
        return name;
    }

    public int paperMm() {
        return paperMm;
    }

    public Printer printer() {
        return printer;
    }

    public int waiting() {
        return spool.waiting();
    }

    /** How the printer is; while it prints, how it was before. */
    public PrinterState state() {
        if (talking.tryLock()) {
            try {
                lastState = printer.state();
            } finally {
                talking.unlock();
            }
        }
        return lastState;
    }

    /** True when the job is new. */
    public boolean add(UUID id, byte[] document) throws IOException {
        boolean fresh = spool.add(id, document).isPresent();
        news.release();
        return fresh;
    }

    public Optional<Job> find(UUID id) throws IOException {
        return spool.find(id);
    }

    /**
     * Opens the cash drawer now or never: a drawer that springs open minutes later, when the printer is back, is worse
     * than one that is opened with the key.
     *
     * @return false when the printer, which the drawer hangs on, is gone
     */
    public boolean openDrawer(UUID id) throws IOException {
        talking.lock();
        try {
            lastState = printer.state();
            if (lastState == PrinterState.GONE) {
                return false;
            }
            byte[] kick = lastState == PrinterState.READY ? KICK : KICK_NOW;
            // One id is one document, whichever way the drawer is told.
            if (drawers.add(id, KICK).isEmpty()) {
                return true;
            }
            Spool.Begun begun = drawers.begin().orElseThrow();
            Outcome outcome = printer.print(kick);
            begun.ended(outcome == Outcome.TAKEN ? JobState.PRINTED : JobState.UNCERTAIN);
            return outcome == Outcome.TAKEN;
        } finally {
            talking.unlock();
        }
    }

    private void printAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!printNext()) {
                    boolean woken = news.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                    if (woken) {
                        news.drainPermits();
                    }
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when there is nothing to print, or no way to. */
    private boolean printNext() {
        if (spool.waiting() == 0) {
            return false;
        }
        talking.lock();
        try {
            lastState = printer.state();
            if (lastState != PrinterState.READY) {
                return false;
            }
            Optional<Spool.Begun> begun = spool.begin();
            return begun.isPresent() && print(begun.get());
        } catch (IOException unwritable) {
            LOG.log(Level.ERROR, "the queue of printer " + name + " cannot be written", unwritable);
            return false;
        } finally {
            talking.unlock();
        }
    }

    private boolean print(Spool.Begun begun) throws IOException {
        switch (printer.print(begun.document())) {
            case TAKEN -> begun.ended(JobState.PRINTED);
            case UNCERTAIN -> begun.ended(JobState.UNCERTAIN);
            case NOT_BEGUN -> {
                begun.putBack();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
