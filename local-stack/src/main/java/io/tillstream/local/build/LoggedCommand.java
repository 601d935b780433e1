package io.tillstream.local.build;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A build tool that we wait for: every line goes to its log and to a listener. */
public record LoggedCommand(List<String> command, Path directory, Path log) {

    public LoggedCommand {
        command = List.copyOf(command);
    }

    /** Runs it to its end and returns its exit code; an interrupted wait ends it too. */
    public int run(Consumer<String> listener) throws InterruptedException {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader output = new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                    BufferedWriter copy = Files.newBufferedWriter(log)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    copy.write(line);
                    copy.newLine();
                    listener.accept(line);
                }
                return process.waitFor();
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
