package io.tillstream.local;

import io.tillstream.local.check.Verify;
import io.tillstream.local.stack.Bench;
import io.tillstream.local.stack.Down;
import io.tillstream.local.stack.LogsCommand;
import io.tillstream.local.stack.Status;
import io.tillstream.local.stack.Training;
import io.tillstream.local.stack.Up;
import io.tillstream.local.trade.ImportProducts;
import io.tillstream.local.trade.demo.DemoShop;
import io.tillstream.local.trade.replay.Replay;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The one command's main: finds what was asked for and runs it. */
public final class Till {

    private Till() {}

    /** Every command; one without a usage line is not shown. */
    public static List<Command> commands() {
        return List.of(
                new Up(),
                new Status(),
                new LogsCommand(),
                new Down(),
                new DemoShop(),
                new ImportProducts(),
                new Replay(),
                new Verify(),
                new Bench(),
                new Training());
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.err));
    }

    static int run(List<String> arguments, PrintStream complaints) {
        String asked = arguments.isEmpty() ? "help" : arguments.getFirst();
        if (List.of("help", "--help", "-h").contains(asked)) {
            commands().stream()
                    .filter(command -> !command.usage().isEmpty())
                    .forEach(command -> System.out.println("  ./till " + command.name() + " " + command.usage()));
            System.out.println(
                    "  ./till faults [--seed N]  cuts one till off, kills it, moves its clock, kills its servers; then verify");
            System.out.println(
                    "  ./till test [STEP...]  runs everything a change needs: docs java console pricing browser");
            return arguments.isEmpty() ? 2 : 0;
        }
        Optional<Command> command =
                commands().stream().filter(known -> known.name().equals(asked)).findFirst();
        if (command.isEmpty()) {
            complaints.println("till: There is no command '" + asked + "'. Type ./till help.");
            return 2;
        }
        try {
            return command.get().run(Settings.from(System.getenv()), arguments.subList(1, arguments.size()));
        } catch (Trouble trouble) {
            complaints.println("till: " + trouble.getMessage());
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 130;
        } catch (Exception unexpected) {
            if (System.getenv("TILL_DEBUG") != null) {
                unexpected.printStackTrace(complaints);
            }
            complaints.println("till: " + asked + " failed: " + unexpected
                    + ". Run it with TILL_DEBUG=1 for the details and file them as an issue.");
            return 1;
        }
    }
}
