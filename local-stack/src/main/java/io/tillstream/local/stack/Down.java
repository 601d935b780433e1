package io.tillstream.local.stack;

import io.tillstream.local.Command;
import io.tillstream.local.Part;
import io.tillstream.local.Progress;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.build.Folders;
import java.util.EnumSet;
import java.util.List;

/** {@code ./till down [--wipe]}: stops everything; with {@code --wipe} also removes the data, not the downloads. */
public final class Down implements Command {

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String usage() {
        return "[--wipe]  stops everything; --wipe also removes all data";
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        Suite suite = new Suite(settings);
        Progress progress = Progress.onConsole();
        Shutdown shutdown = new Shutdown(suite);
        shutdown.stopTraining();
        int stopped = shutdown.stop(EnumSet.allOf(Part.class), progress);
        progress.finish();
        for (Part part : Part.values()) {
            suite.running(part).ifPresent(left -> {
                throw new Trouble(
                        part.label() + " (pid " + left.pid() + ") does not end.",
                        "End it with kill -9 " + left.pid() + " and run ./till down again.");
            });
        }
        System.out.println(stopped == 0 ? "Nothing was running." : "Stopped " + stopped + " parts.");
        if (arguments.contains("--wipe")) {
            Folders.delete(settings.home().resolve("data"));
            System.out.println("Removed " + settings.home().resolve("data") + ".");
        }
        return 0;
    }
}
