package io.tillstream.local.check;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What is still under way between the services: events not yet sent, not yet read, or given up. */
public final class Queues implements AutoCloseable {

    private static final String DEAD_LETTERS = ".dlq";

    private final Settings settings;
    private final Admin admin;

    public Queues(Settings settings) {
        this.settings = settings;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.kafkaBootstrapServers()));
    }

    /** Events waiting in the outbox of each service. */
    public Map<String, Long> unsent() throws SQLException {
        Map<String, Long> unsent = new TreeMap<>();
        for (Part service : Part.services()) {
            Settings.DatabaseAccess access = settings.ownerOf(service);
            try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                    Statement statement = connection.createStatement()) {
                unsent.put(service.label(), started(statement) ? rowsInOutbox(statement) : 0);
            }
        }
        return unsent;
    }

    /** A service that was never started has no tables and nothing to send. */
    private static boolean started(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select to_regclass('public.outbox') is not null")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static long rowsInOutbox(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select count(*) from outbox")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Events each consumer group has still to read. */
    public Map<String, Long> unread() throws InterruptedException, ExecutionException {
        Map<String, Long> unread = new TreeMap<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            unread.put(group.groupId(), unread(group.groupId()));
        }
        return unread;
    }

    private long unread(String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(group)
                .get();
        Set<TopicPartition> partitions = new HashSet<>(committed.keySet());
        ConsumerGroupDescription description =
                admin.describeConsumerGroups(Set.of(group)).all().get().get(group);
        if (description != null) {
            description
                    .members()
                    .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        }
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        long unread = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata read = committed.get(partition);
            long from = read == null ? starts.getOrDefault(partition, 0L) : read.offset();
            unread += Math.max(0, ends.getOrDefault(partition, 0L) - from);
        }
        return unread;
    }

    /** Events in each dead-letter topic. */
    public Map<String, Long> deadLetters() throws InterruptedException, ExecutionException {
        Set<String> topics = new HashSet<>();
        for (String topic : admin.listTopics().names().get()) {
            if (topic.endsWith(DEAD_LETTERS)) {
                topics.add(topic);
            }
        }
        Set<TopicPartition> partitions = new HashSet<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
        Map<String, Long> dead = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            dead.merge(
                    partition.topic(),
                    ends.getOrDefault(partition, 0L) - starts.getOrDefault(partition, 0L),
                    Long::sum);
        }
        return dead;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec spec)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    @Override
    public void close() {
        admin.close();
    }
}
