package io.tillstream.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The most five-line sales that this PostgreSQL makes durable with nothing above it: one transaction of five prepared
 * statements each, 32 connections, in a scratch database with 50,000 earlier sales and fresh statistics.
 */
final class RawSql {

    private static final String DATABASE = "bench_limit";
    private static final int CONNECTIONS = 32;
    private static final int SKUS = 10_000;

    private static final List<String> SCHEMA = List.of(
            "create table product (sku int primary key, name text not null, price bigint not null, tax_bp int not null)",
            """
            create table stock (sku int primary key references product (sku), on_hand bigint not null,
                version bigint not null default 0, updated_at timestamptz not null default now()) with (fillfactor = 80)""",
            """
            create table sale (id uuid primary key, register_id int not null, cashier text not null, status text not null,
                net bigint not null, tax bigint not null, total bigint not null, sold_at timestamptz not null default now())""",
            "create index sale_sold_at on sale (sold_at)",
            """
            create table sale_line (sale_id uuid not null references sale (id), line_no int not null,
                sku int not null references product (sku), qty int not null, unit_price bigint not null, net bigint not null,
                tax bigint not null, primary key (sale_id, line_no))""",
            "create index sale_line_sku on sale_line (sku)",
            """
            create table payment (id uuid primary key, sale_id uuid not null references sale (id), method text not null,
                amount bigint not null, tendered bigint not null, paid_at timestamptz not null default now())""",
            "create index payment_sale on payment (sale_id)",
            """
            create table outbox (id bigint generated always as identity primary key, topic text not null, key text not null,
                payload jsonb not null, created_at timestamptz not null default now(), sent_at timestamptz)""",
            "insert into product select g, 'Product ' || g, 100 + (g * 37) % 9900, 2000 from generate_series(1, 10000) g",
            "insert into stock (sku, on_hand) select g, 1000000000 from generate_series(1, 10000) g",
            """
            insert into sale select md5('h' || g)::uuid, 1 + g % 20, 'history', 'COMPLETED', 5000, 1000, 6000,
                now() - (g || ' seconds')::interval from generate_series(1, 50000) g""",
            """
            insert into sale_line select md5('h' || g)::uuid, l, 1 + ((l - 1) * 2000 + (g * 7919) % 2000), 1, 1000, 1000, 200
                from generate_series(1, 50000) g, generate_series(1, 5) l""",
            """
            insert into payment select md5('p' || g)::uuid, md5('h' || g)::uuid, 'CASH', 6000, 6000, now()
                from generate_series(1, 50000) g""");

    private static final String SALE = """
            insert into sale (id, register_id, cashier, status, net, tax, total)
            values (?, ?, 'cashier-1', 'COMPLETED', ?, ?, ?)""";
    private static final String LINES = """
            insert into sale_line values (?, 1, ?, ?, 1000, ?, ?), (?, 2, ?, ?, 1000, ?, ?), (?, 3, ?, ?, 1000, ?, ?),
                (?, 4, ?, ?, 1000, ?, ?), (?, 5, ?, ?, 1000, ?, ?)""";
    private static final String PAYMENT =
            "insert into payment (id, sale_id, method, amount, tendered) values (?, ?, 'CASH', ?, ?)";
    private static final String OUTBOX = """
            insert into outbox (topic, key, payload) values ('sale.completed', ?, jsonb_build_object('saleId', ?::text,
                'total', ?::bigint, 'lines', jsonb_build_array(?::int, ?::int, ?::int, ?::int, ?::int)))""";
    private static final String STOCK = """
            update stock s set on_hand = on_hand - v.q, version = version + 1, updated_at = now()
            from (select sku, q from (values (?::int, ?::int), (?::int, ?::int), (?::int, ?::int), (?::int, ?::int),
                (?::int, ?::int)) x (sku, q) order by sku) v
            where s.sku = v.sku and s.on_hand >= v.q""";

    private final Surroundings suite;

    RawSql(Surroundings suite) {
        this.suite = suite;
    }

    record Limit(double perSecond, int sales) {}

    Limit measure(int sales) throws SQLException, InterruptedException {
        administer("drop database if exists " + DATABASE, "create database " + DATABASE);
        try {
            try (Connection connection = connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                for (String step : SCHEMA) {
                    statement.execute(step);
                }
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
            run(sales / 4);
            return run(sales);
        } finally {
            administer("drop database if exists " + DATABASE + " with (force)");
        }
    }

    private Limit run(int sales) throws InterruptedException, SQLException {
        int each = sales / CONNECTIONS;
        List<Future<?>> clients = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(connect(DATABASE));
            }
            long start = System.nanoTime();
            for (Connection connection : connections) {
                clients.add(threads.submit(() -> {
                    sell(connection, each);
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Limit(each * CONNECTIONS / (took.toNanos() / 1e9), each * CONNECTIONS);
        } catch (ExecutionException e) {
            throw new SQLException("The raw-SQL limit could not be measured: " + e.getCause(), e.getCause());
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static void sell(Connection connection, int sales) throws SQLException {
        connection.setAutoCommit(false);
        SplittableRandom dice = new SplittableRandom();
        try (PreparedStatement sale = connection.prepareStatement(SALE);
                PreparedStatement lines = connection.prepareStatement(LINES);
                PreparedStatement payment = connection.prepareStatement(PAYMENT);
                PreparedStatement outbox = connection.prepareStatement(OUTBOX);
                PreparedStatement stock = connection.prepareStatement(STOCK)) {
            for (int i = 0; i < sales; i++) {
                UUID id = new UUID(dice.nextLong(), dice.nextLong());
                int quantity = 1 + dice.nextInt(5);
                int[] skus = new int[5];
                for (int line = 0; line < skus.length; line++) {
                    skus[line] = 1 + line * SKUS / 5 + dice.nextInt(SKUS / 5);
                }
                bind(sale, id, 1 + dice.nextInt(20), 5_000L * quantity, 1_000L * quantity, 6_000L * quantity);
                Object[] lineValues = new Object[25];
                Object[] stockValues = new Object[10];
                for (int line = 0; line < skus.length; line++) {
                    lineValues[line * 5] = id;
                    lineValues[line * 5 + 1] = skus[line];
                    lineValues[line * 5 + 2] = quantity;
                    lineValues[line * 5 + 3] = 1_000L * quantity;
                    lineValues[line * 5 + 4] = 200L * quantity;
                    stockValues[line * 2] = skus[line];
                    stockValues[line * 2 + 1] = quantity;
                }
                bind(lines, lineValues);
                bind(payment, UUID.randomUUID(), id, 6_000L * quantity, 6_000L * quantity);
                bind(
                        outbox,
                        id.toString(),
                        id.toString(),
                        6_000L * quantity,
                        skus[0],
                        skus[1],
                        skus[2],
                        skus[3],
                        skus[4]);
                bind(stock, stockValues);
                connection.commit();
            }
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private void administer(String... steps) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String step : steps) {
                statement.execute(step);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                suite.postgres() + database + "?prepareThreshold=1", suite.postgresUser(), suite.postgresPassword());
    }
}
