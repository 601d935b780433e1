package io.tillstream.local.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillstream.local.Command;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code ./till verify}: recomputes every invariant over all databases. */
public final class Verify implements Command {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Duration TO_SETTLE = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String usage() {
        return "[--json] [--root HASH]...  recomputes every invariant over all databases; with daily roots that you kept outside";
    }

    /** What can be seen in the databases alone. */
    static List<Invariant> booksAgree(Set<String> keptRoots) {
        return List.of(
                new EventsAreAppliedOnce(),
                new SaleAmountsAddUp(),
                new TendersMatchTotals(),
                new SessionsMatchTheirSales(),
                new ZReportsAreNumberedWithoutGaps(),
                new SalesArePricedAgain(),
                new ReceiptNumbersAreGapless(),
                new JournalsAreWhole(),
                new DailyRootsHold(keptRoots),
                new JournalsMatchSales(),
                new TakingsMatchSales(),
                new StockMovesWithSales(),
                new StockIsTheSumOfItsMovements(),
                new JournalBalances(),
                new LedgerMatchesSales(),
                new LedgerMatchesDrawers(),
                new DepositsAreOwed(),
                new SaleCopiesMatchSales(),
                new InvoicesMatchTheirSales(),
                new PurchaseOrdersReachSuppliers());
    }

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        boolean json = arguments.contains("--json");
        Set<String> keptRoots = keptRoots(arguments);
        if (!Rest.await(settings, TO_SETTLE)) {
            System.err.println(
                    "Events are still under way after %d s; checking all the same.".formatted(TO_SETTLE.toSeconds()));
        }
        Map<Invariant, Verdict> verdicts = new LinkedHashMap<>();
        try (Queues queues = new Queues(settings);
                Databases databases = new Databases(settings::ownerOf)) {
            List<Invariant> invariants = new ArrayList<>(List.of(new NothingIsStuck(queues)));
            invariants.addAll(booksAgree(keptRoots));
            for (Invariant invariant : invariants) {
                long start = System.nanoTime();
                Verdict verdict = invariant.check(databases);
                verdicts.put(invariant, verdict);
                if (!json) {
                    print(System.out, invariant, verdict, Duration.ofNanos(System.nanoTime() - start));
                }
            }
        } catch (SQLException e) {
            throw new Trouble("A database did not answer: " + e.getMessage() + ".", "Look at ./till status.");
        }
        boolean ok = verdicts.values().stream().allMatch(Verdict::ok);
        if (json) {
            System.out.println(asJson(verdicts, ok));
        } else {
            System.out.println(ok ? "All invariants hold." : "The books do not agree.");
        }
        return ok ? 0 : 1;
    }

    private static Set<String> keptRoots(List<String> arguments) {
        Set<String> kept = new HashSet<>();
        for (int at = 0; at < arguments.size(); at++) {
            if (arguments.get(at).equals("--root")) {
                String hash = at + 1 < arguments.size() ? arguments.get(at + 1).toLowerCase(Locale.ROOT) : "";
                if (!HASH.matcher(hash).matches()) {
                    throw new Trouble(
                            "A daily root is 64 digits 0-9 and a-f, not '" + hash + "'.", "Give it after --root.");
                }
                kept.add(hash);
            }
        }
        return kept;
    }

    private static void print(PrintStream out, Invariant invariant, Verdict verdict, Duration took) {
        out.printf(
                "%-4s  %-34s %,12d checked  %5.1f s  %s%n",
                verdict.ok() ? "ok" : "FAIL",
                invariant.name(),
                verdict.checked(),
                took.toMillis() / 1000.0,
                invariant.promise());
        verdict.violations().forEach(violation -> out.println("        " + violation));
        if (verdict.wrong() > verdict.violations().size()) {
            out.printf(
                    "        … and %,d more%n",
                    verdict.wrong() - verdict.violations().size());
        }
    }

    static String asJson(Map<Invariant, Verdict> verdicts, boolean ok) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("ok", ok);
        ArrayNode checks = root.putArray("checks");
        verdicts.forEach((invariant, verdict) -> {
            ObjectNode check = checks.addObject();
            check.put("name", invariant.name());
            check.put("ok", verdict.ok());
            check.put("checked", verdict.checked());
            ArrayNode violations = check.putArray("violations");
            verdict.violations().forEach(violations::add);
        });
        return root.toString();
    }
}
