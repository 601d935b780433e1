package io.tillstream.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process to start: it lives in its own session, so that neither Ctrl-C nor the end of the terminal reaches it.
 *
 * @param command the program with its arguments
 * @param environment all that it is told; of our own environment it sees only what names this machine
 * @param directory where it runs
 * @param output where its standard output and error are appended
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path output) {

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final File NOTHING = new File("/dev/null");

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Starts it; the handle is the program itself, not a wrapper around it. */
    public Process start() throws IOException {
        List<String> detached = new ArrayList<>(ownSession());
        detached.addAll(command);
        Files.createDirectories(directory);
        Files.createDirectories(output.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(directory.toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Both forms replace themselves by the program, so the process id stays. */
    private static List<String> ownSession() {
        if (Programs.onPath("setsid")) {
            return List.of("setsid");
        }
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die $!;", "--");
    }
}
