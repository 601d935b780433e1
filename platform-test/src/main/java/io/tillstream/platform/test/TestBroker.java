package io.tillstream.platform.test;

import io.tillstream.platform.id.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other side of the broker: publishes events as another service would and reads what the service under test sent. */
public final class TestBroker implements DisposableBean {
    private final String servers;
    private final JsonMapper json;
    private final KafkaProducer<String, byte[]> producer;

    TestBroker(String servers, JsonMapper json) {
        this.servers = servers;
        this.json = json;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes under a new event id; the id. */
    public UUID publish(String topic, String type, String key, byte[] body) {
        UUID id = UuidV7.next();
        publish(id, topic, type, key, 1, body);
        return id;
    }

    /** Publishes under a given id and version, for deliveries that repeat or arrive late. */
    public void publish(UUID id, String topic, String type, String key, long aggregateVersion, byte[] body) {
        TestKafka.ensure(java.util.Set.of(topic));
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key, body);
        Map.of(
                        "id", id.toString(),
                        "type", type,
                        "occurredAt", Instant.now().toString(),
                        "aggregateVersion", Long.toString(aggregateVersion))
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything of that type on the topic so far, oldest first within a partition. Combine with Awaitility. */
    public List<Received> received(String topic, String type) {
        TestKafka.ensure(java.util.Set.of(topic));
        List<Received> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(200))) {
                    Received received = new Received(event, json);
                    if (received.type().equals(type)) {
                        found.add(received);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(1));
    }

    /** One event as a consumer sees it. */
    public static final class Received {
        private final ConsumerRecord<String, byte[]> event;
        private final JsonMapper json;

        Received(ConsumerRecord<String, byte[]> event, JsonMapper json) {
            this.event = event;
            this.json = json;
        }

        public String key() {
            return event.key();
        }

        public String type() {
            return header("type");
        }

        public String header(String name) {
            org.apache.kafka.common.header.Header header = event.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }

        public byte[] body() {
            return event.value();
        }

        public JsonNode json() {
            return json.readTree(event.value());
        }
    }
}
