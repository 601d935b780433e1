package io.tillstream.platform.test;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** One Kafka broker per test run: a container when an engine answers, an embedded KRaft broker otherwise. */
final class TestKafka {
    private static final Set<String> CREATED = ConcurrentHashMap.newKeySet();

    private TestKafka() {}

    static String servers() {
        return Holder.SERVERS;
    }

    /** Creates the topics that do not exist yet, each with its dead-letter topic. */
    static synchronized void ensure(Set<String> topics) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String topic : topics) {
            wanted.add(topic);
            if (!topic.endsWith(".dlq")) {
                wanted.add(topic + ".dlq");
            }
        }
        wanted.removeIf(topic -> !CREATED.add(topic));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers()))) {
            admin.createTopics(wanted.stream()
                            .map(topic -> new NewTopic(topic, 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final String SERVERS = start();

        @SuppressWarnings("resource") // lives as long as the test run
        private static String start() {
            if (System.getenv("DOCKER_HOST") != null
                    && DockerClientFactory.instance().isDockerAvailable()) {
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");
                kafka.start();
                return kafka.getBootstrapServers();
            }
            EmbeddedKafkaKraftBroker kafka = new EmbeddedKafkaKraftBroker(1, 2);
            kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
            kafka.brokerProperty("offsets.topic.num.partitions", "1");
            kafka.brokerProperty("auto.create.topics.enable", "false");
            kafka.afterPropertiesSet();
            return kafka.getBrokersAsString();
        }
    }
}
