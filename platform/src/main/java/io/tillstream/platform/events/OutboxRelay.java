package io.tillstream.platform.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what waits in the outbox: read a batch in id order, one Kafka flush, delete. One relay is active per service, the
 * holder of an advisory lock; another instance takes over when its connection is gone. A crash between flush and delete
 * sends a batch twice, which every consumer's inbox absorbs. A topic that does not take its events is held back for a
 * while, so that the others go on.
 */
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long ADVISORY_LOCK = 0x7111_0B0CL;
    private static final String READ = """
            select id, event_id, topic, key, type, occurred_at, aggregate_version, traceparent, body
            from outbox where topic <> all(?) order by id limit ?
            """;

    private final DataSource dataSource;
    private final Broker broker;
    private final EventsProperties properties;
    private final Semaphore wakeUp = new Semaphore(0);
    private final HeldTopics held;
    private volatile boolean running;
    private @Nullable Thread worker;

    OutboxRelay(DataSource dataSource, Broker broker, EventsProperties properties) {
        this.dataSource = dataSource;
        this.broker = broker;
        this.properties = properties;
        this.held = new HeldTopics(properties.holdTopic());
    }

    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    private void work() {
        boolean reported = false;
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                if (lock(connection)) {
                    reported = false;
                    relayUntilStopped(connection);
                }
                sleep(properties.relayIdle().toMillis());
            } catch (InterruptedException stopped) {
                return;
            } catch (SQLException failed) {
                if (!reported) {
                    log.warn("Events wait in the outbox, trying again every second: {}", failed.getMessage());
                    reported = true;
                }
                pauseAfterFailure();
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, ADVISORY_LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private void relayUntilStopped(Connection connection) throws SQLException, InterruptedException {
        try {
            while (running) {
                int sent = relayBatch(connection);
                if (sent < properties.relayBatch()) {
                    if (wakeUp.tryAcquire(properties.relayIdle().toMillis(), TimeUnit.MILLISECONDS)) {
                        sleep(properties.relayPause().toMillis());
                        wakeUp.drainPermits();
                    }
                }
            }
        } finally {
            unlock(connection);
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
                statement.setLong(1, ADVISORY_LOCK);
                statement.execute();
            }
        }
    }

    /** How many rows were read; those of a topic that failed stay. */
    private int relayBatch(Connection connection) throws SQLException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        Array topics = connection.createArrayOf("text", held.now().toArray());
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setArray(1, topics);
            statement.setInt(2, properties.relayBatch());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong("id"));
                    events.add(toRecord(row));
                }
            }
        } finally {
            topics.free();
        }
        if (!ids.isEmpty()) {
            Broker.Outcome outcome = broker.send(events);
            outcome.failures().forEach(held::hold);
            delete(connection, outcome.acknowledged().stream().map(ids::get).toList());
        }
        return ids.size();
    }

    private static ProducerRecord<String, byte[]> toRecord(ResultSet row) throws SQLException {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(row.getString("topic"), row.getString("key"), row.getBytes("body"));
        Instant occurredAt = row.getTimestamp("occurred_at").toInstant();
        Broker.header(event, Envelope.ID, row.getString("event_id"));
        Broker.header(event, Envelope.TYPE, row.getString("type"));
        Broker.header(event, Envelope.OCCURRED_AT, occurredAt.toString());
        Broker.header(event, Envelope.AGGREGATE_VERSION, Long.toString(row.getLong("aggregate_version")));
        Broker.header(event, Envelope.TRACEPARENT, row.getString("traceparent"));
        return event;
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        Array sent = connection.createArrayOf("bigint", ids.toArray());
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
            statement.setArray(1, sent);
            statement.executeUpdate();
        } finally {
            sent.free();
        }
    }

    private void pauseAfterFailure() {
        try {
            sleep(1_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @Override
    public synchronized void start() {
        if (worker == null) {
            Thread thread = new Thread(this::work, "outbox-relay");
            thread.setDaemon(true);
            worker = thread;
            running = true;
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread thread = worker;
        worker = null;
        running = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
