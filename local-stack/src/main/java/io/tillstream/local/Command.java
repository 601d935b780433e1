package io.tillstream.local;

import java.util.List;

/** One thing that {@code ./till} does. It is registered in {@link Till#commands()}. */
public interface Command {

    /** What is typed after {@code ./till}. */
    String name();

    /** The usage line: arguments and purpose, e.g. {@code "FILE [--dry-run]  loads a product CSV"}. */
    String usage();

    /**
     * Does it; standard output belongs to the command.
     *
     * @return the exit code: 0 only when the command did what it says
     * @throws Trouble when it cannot; printed as one line with the remedy, exit code 1
     */
    int run(Settings settings, List<String> arguments) throws Exception;
}
