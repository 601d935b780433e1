package io.tillstream.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The small programs of the operating system that we call. */
public final class Programs {

    private Programs() {}

    /** Whether a program of that name can be run. */
    public static boolean onPath(String name) {
        return Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Runs it to its end. */
    public static Answer run(String... command) throws InterruptedException {
        return run(List.of(command));
    }

    /** Runs it to its end; a program that cannot be started answers 127. */
    public static Answer run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text.strip());
        } catch (IOException e) {
            return new Answer(127, String.valueOf(e.getMessage()));
        }
    }

    /** What a program said and how it ended. */
    public record Answer(int exitCode, String text) {

        public boolean succeeded() {
            return exitCode == 0;
        }
    }
}
