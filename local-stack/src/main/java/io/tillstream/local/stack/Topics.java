package io.tillstream.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of {@code contracts/events/topics.json}, created before anybody binds to them. */
record Topics(String bootstrapServers, Path contract) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Creates those that are missing; those that exist are left as they are. */
    void create() throws IOException, InterruptedException {
        List<Topic> wanted = new ObjectMapper().readValue(contract.toFile(), new TypeReference<>() {});
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                (int) PATIENCE.toMillis(),
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis()))) {
            Set<String> present = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(Topic::toCreate)
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Kafka did not create the topics: " + e.getMessage(), e);
        }
    }

    /** @param retentionMs how long an event is kept; -1 is for ever */
    private record Topic(String name, int partitions, long retentionMs) {

        NewTopic toCreate() {
            return new NewTopic(name, partitions, (short) 1)
                    .configs(Map.of("retention.ms", Long.toString(retentionMs)));
        }
    }
}
