package io.tillstream.local.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder of what was downloaded, built and unpacked. All suites of a checkout share it, so whoever changes it does
 * so alone.
 */
public record Dist(Path folder) {

    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    /** Does something while nobody else, here or in another process, changes the folder. */
    public void exclusively(Change change) throws IOException, InterruptedException {
        IN_THIS_PROCESS.lockInterruptibly();
        try {
            Files.createDirectories(folder);
            if (IN_THIS_PROCESS.getHoldCount() > 1) {
                change.make();
                return;
            }
            FileChannel file =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                file.lock();
                change.make();
            } finally {
                file.close();
            }
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** Something that is done alone. */
    @FunctionalInterface
    public interface Change {
        void make() throws IOException, InterruptedException;
    }
}
