package io.tillstream.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of {@code contracts/events/topics.json}, created before anybody binds to them. */
record Topics(String bootstrapServers, Path contract) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);

    /** Creates those that are missing while the broker is alive; those that exist are left as they are. */
    void create(BooleanSupplier alive) throws IOException, InterruptedException {
        List<Topic> wanted = new ObjectMapper().readValue(contract.toFile(), new TypeReference<>() {});
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                createMissing(wanted);
                return;
            } catch (ExecutionException | TimeoutException e) {
                if (!alive.getAsBoolean() || Instant.now().isAfter(deadline)) {
                    throw new IOException("Kafka did not create the topics: " + e, e);
                }
            }
        }
    }

    /**
     * One try with a client of its own: a broker that is still starting may say that it knows of no broker, itself included,
     * and a client that was told so asks nobody again for minutes.
     */
    private void createMissing(List<Topic> wanted) throws InterruptedException, ExecutionException, TimeoutException {
        int patience = (int) ONE_TRY.toMillis();
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                patience,
                "default.api.timeout.ms",
                patience))) {
            Set<String> present = admin.listTopics().names().get(patience, TimeUnit.MILLISECONDS);
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(Topic::toCreate)
                    .toList();
            admin.createTopics(missing).all().get(patience, TimeUnit.MILLISECONDS);
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
