package io.tillstream.local.trade.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillstream.local.Command;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.check.Rest;
import io.tillstream.local.trade.Access;
import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.Patience;
import io.tillstream.local.trade.ProgressBar;
import io.tillstream.local.trade.RequestRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** {@code ./till replay}: trades recorded days through the gateway and shows what the suite then holds. */
public final class Replay implements Command {

    private static final int MINUTES_OF_PATIENCE = 10;
    private static final Duration TO_DRAIN = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String usage() {
        return "PATH [--days N] [--json]  trades a folder or .tar.xz of day files; may be stopped and repeated";
    }

    private record Options(Path source, int days, boolean json) {
        static Options of(List<String> arguments) {
            Path source = null;
            int days = Integer.MAX_VALUE;
            boolean json = false;
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String argument = rest.next();
                if (argument.equals("--json")) {
                    json = true;
                } else if (argument.equals("--days") && rest.hasNext()) {
                    days = wholeNumber(rest.next());
                } else if (source == null && !argument.startsWith("--")) {
                    source = Path.of(argument);
                } else {
                    throw new Trouble("replay does not know " + argument + ".", "Type ./till help.");
                }
            }
            if (source == null) {
                throw new Trouble("replay needs the day files.", "Give a folder or a .tar.xz of them.");
            }
            return new Options(source, days, json);
        }

        private static int wholeNumber(String text) {
            if (!text.matches("[1-9]\\d{0,5}")) {
                throw new Trouble("--days " + text + " is not a number of days.", "Give a whole number from 1.");
            }
            return Integer.parseInt(text);
        }
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        PrintStream log = System.err;
        long start = System.nanoTime();
        List<DaySheet> days = read(options);
        AnswerSheet source = AnswerSheet.ofSource(days);
        TillPlan plan = TillPlan.of(days, RetailShop.STORE, RetailShop.TILLS);
        log.printf(
                "Read %,d rows of %d days: %,d documents for %d tills and the back office.%n",
                source.rows(), days.size(), plan.documents(), RetailShop.TILLS);
        AtomicReference<ProgressBar> progress = new AtomicReference<>(new ProgressBar(log, "Registering", 1));
        Patience patience = Patience.ofMinutes(
                MINUTES_OF_PATIENCE, message -> progress.get().say(message));
        try (Api api = new Api(Access.of(settings), patience)) {
            List<Assortment.Product> assortment = Assortment.of(days);
            new Registration(api).register(days, assortment);
            // which goods are tracked must be known everywhere before the first is sold
            settle(settings);
            log.printf(
                    "Registered the store, its tills, %,d products and its customers after %d s.%n",
                    assortment.size(), seconds(start));
            progress.set(new ProgressBar(log, "Trading", plan.documents()));
            Trading trading = new Trading(api, progress.get());
            trading.run(plan);
            log.printf(
                    "Traded after %d s: %,d documents are new, %,d were known before.%n",
                    seconds(start), trading.stored(), trading.known());
            settle(settings);
            log.printf("Everything has arrived everywhere after %d s.%n", seconds(start));
            HeldBySuite.Holdings held = new HeldBySuite(api, days).read();
            print(options, held, source, days);
            return held.sheet().equalTo(source) ? 0 : 1;
        } catch (RequestRefused refused) {
            throw new Trouble(
                    refused.words(), "What was sent before stands; correct the cause and start the replay again.");
        }
    }

    private static void settle(Settings settings) throws InterruptedException {
        if (!Rest.await(settings, TO_DRAIN)) {
            throw new Trouble("Events are still under way after 10 minutes.", "Look at ./till verify.");
        }
    }

    private static List<DaySheet> read(Options options) throws IOException {
        List<DaySheet> days = DayFiles.read(options.source());
        return days.subList(0, Math.min(options.days(), days.size()));
    }

    private static void print(Options options, HeldBySuite.Holdings held, AnswerSheet source, List<DaySheet> days)
            throws IOException {
        if (options.json()) {
            System.out.println(
                    new ObjectMapper().writeValueAsString(held.sheet().asMap()));
            return;
        }
        held.sheet().comparedWith(source).forEach(System.out::println);
        List<RoundingNote> notes = RoundingNote.of(days);
        BigDecimal rounding = notes.stream().map(RoundingNote::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        System.out.printf(
                "%-18s %18s %18s%n",
                "charged", pence(held.charged()), pence(source.netValue().add(rounding)));
        System.out.printf(
                "A line is charged in whole pence: %d of %,d lines differ from quantity x price.%n",
                notes.size(), source.rows());
        notes.forEach(note -> System.out.println("  " + note));
    }

    private static String pence(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
