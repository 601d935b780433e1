package io.tillstream.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Knows when every accepted sale has arrived everywhere: outboxes empty, nothing left to read. */
final class Drain implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 50;

    private final List<Connection> outboxes = new ArrayList<>();
    private final Admin admin;

    Drain(Surroundings suite) throws SQLException {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.kafka()));
        for (String database : suite.databases()) {
            outboxes.add(DriverManager.getConnection(
                    suite.postgres() + database, suite.postgresUser(), suite.postgresPassword()));
        }
    }

    /** @return how long it took until nothing was under way */
    Duration await() throws InterruptedException, IOException {
        long start = System.nanoTime();
        try {
            while (unsent() > 0 || unread() > 0) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IOException("Events are still under way after five minutes: see ./till verify");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException | ExecutionException e) {
            throw new IOException("The suite stopped answering: " + e.getMessage(), e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean unsentIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select exists (select from outbox)")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private int unsent() throws SQLException {
        int waiting = 0;
        for (Connection connection : outboxes) {
            waiting += unsentIn(connection) ? 1 : 0;
        }
        return waiting;
    }

    private long unread() throws InterruptedException, ExecutionException {
        long unread = 0;
        for (GroupListing group : admin.listGroups().all().get()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                            Map.of(group.groupId(), new ListConsumerGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(group.groupId())
                    .get();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            committed.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : committed.entrySet()) {
                var end = ends.get(entry.getKey());
                if (end != null && entry.getValue() != null) {
                    unread += Math.max(0, end.offset() - entry.getValue().offset());
                }
            }
        }
        return unread;
    }

    /** Fresh statistics and a written-out cache, so that a run starts from the state a shop is in. */
    void settle() throws SQLException {
        for (Connection connection : outboxes) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        try (Statement statement = outboxes.getFirst().createStatement()) {
            statement.execute("checkpoint");
        }
    }

    @Override
    public void close() throws SQLException {
        admin.close();
        for (Connection connection : outboxes) {
            connection.close();
        }
    }
}
