package io.tillstream.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network of a chain comes back: many tills send what they stored at the same moment, while others sell as on every day. Tills
 * behave as the console does: they come again when they are told, and send under the same ids what was not answered; every
 * twentieth answer is lost.
 */
final class Reconnect {

    static final int TILLS = 200;
    static final int SALES = 100;
    static final int ONLINE = 8;

    private static final int ONE_TILL_SALES = 500;
    private static final int ALL_TILLS = TILLS + ONLINE;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final int LOST_EVERY = 20;
    private static final int FIRST_PAUSE_MILLIS = 1_000;
    private static final int LONGEST_PAUSE_MILLIS = 30_000;

    private final Surroundings suite;
    private final Token token;
    private final Drain drain;
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Reconnect(Surroundings suite, Token token, Drain drain) {
        this.suite = suite;
        this.token = token;
        this.drain = drain;
    }

    ReconnectFigures measure() throws IOException, SQLException, InterruptedException {
        BenchShop shop = new BenchShop(suite, token);
        shop.furnish(ALL_TILLS);
        drain.await();
        int[] last = shop.lastReceipts(ALL_TILLS);
        long version = shop.priceBookVersion();

        OnlineTills usual = new OnlineTills(suite, token, last, version);
        int[] usualLatencies = usual.sellWhile(() -> Thread.sleep(USUAL.toMillis()));

        Backlog one = new Backlog(0, ONE_TILL_SALES, last[0], version);
        last[0] += ONE_TILL_SALES;
        Duration oneTill = timed(() -> send(one, deadline(), new SplittableRandom(), false));

        List<Backlog> backlogs = new ArrayList<>();
        for (int till = 0; till < TILLS; till++) {
            backlogs.add(new Backlog(till, SALES, last[till], version));
        }
        batches.set(0);
        Duration[] took = new Duration[1];
        OnlineTills online = new OnlineTills(suite, token, last, version);
        int[] latencies = online.sellWhile(() -> took[0] = timed(() -> sendAll(backlogs)));
        Duration drained = drain.await();
        backlogs.add(one);
        return new ReconnectFigures(
                took[0],
                drained,
                oneTill,
                batches.get(),
                turnedAway.get(),
                failed.get(),
                usualLatencies,
                latencies,
                missing(backlogs) + online.missing() + usual.missing());
    }

    /** Something that takes a while. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Duration timed(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void sendAll(List<Backlog> backlogs) throws IOException, InterruptedException {
        long deadline = deadline();
        SplittableRandom dice = new SplittableRandom();
        List<Future<?>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Backlog backlog : backlogs) {
                SplittableRandom own = dice.split();
                tills.add(threads.submit(() -> {
                    send(backlog, deadline, own, true);
                    return null;
                }));
            }
            for (Future<?> till : tills) {
                till.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A till gave up: " + e.getCause(), e.getCause());
        }
    }

    private void send(Backlog backlog, long deadline, SplittableRandom dice, boolean losesAnswers)
            throws IOException, InterruptedException {
        int tries = 0;
        for (int from = 0; from < backlog.ids().size(); ) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not all was sent within " + LIMIT.toMinutes() + " minutes");
            }
            long pause;
            try (KeepAlive http = new KeepAlive(suite.gateway())) {
                int status =
                        http.send("POST", "/api/sale-batches", token.get(), "application/json", backlog.batch(from));
                batches.incrementAndGet();
                if (status == 200 && http.body().contains("REFUSED")) {
                    throw new IllegalStateException("a sale was refused: " + http.body());
                }
                if (status == 200 && !(losesAnswers && tries == 0 && dice.nextInt(LOST_EVERY) == 0)) {
                    from = backlog.end(from);
                    tries = 0;
                    continue;
                }
                pause = pauseAfter(status, http.retryAfter(), ++tries, dice);
            } catch (IOException e) {
                failed.incrementAndGet();
                pause = pauseAfter(0, 0, ++tries, dice);
            }
            Thread.sleep(pause);
        }
    }

    /** As long as the console waits, in milliseconds. */
    private long pauseAfter(int status, int retryAfter, int tries, SplittableRandom dice) {
        long grown = (long) (Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tries - 1, 10))
                * (0.5 + dice.nextDouble() / 2));
        if (status == 429) {
            turnedAway.incrementAndGet();
            return TimeUnit.SECONDS.toMillis(retryAfter) + (long) (FIRST_PAUSE_MILLIS * (0.5 + dice.nextDouble() / 2));
        }
        if (status != 200 && status != 0) {
            failed.incrementAndGet();
        }
        return grown;
    }

    private static long deadline() {
        return System.nanoTime() + LIMIT.toNanos();
    }

    private int missing(List<Backlog> backlogs) throws SQLException {
        List<UUID> ids = backlogs.stream().flatMap(each -> each.ids().stream()).toList();
        return ids.size() - stored(suite, ids);
    }

    /** How many of these sales the suite holds: one row each, because the id is unique. */
    static int stored(Surroundings suite, List<UUID> ids) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        suite.postgres() + suite.databases().getFirst(),
                        suite.postgresUser(),
                        suite.postgresPassword());
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from sale where id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
