package io.tillstream.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one Kafka producer of a service: when {@link #send} returns, it is known of every event whether the broker has it. */
final class Broker implements AutoCloseable {
    private final String servers;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Broker(String servers) {
        this.servers = servers;
    }

    /**
     * What became of a batch.
     *
     * @param acknowledged places in the batch, ascending
     * @param failures topics that did not take an event, with what the broker said
     */
    record Outcome(List<Integer> acknowledged, Map<String, String> failures) {}

    /** Sends in order, one flush for all. What follows a failure on its topic counts as not sent, so that order holds. */
    Outcome send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        KafkaProducer<String, byte[]> kafka = producer();
        Map<String, String> failures = new LinkedHashMap<>();
        List<@Nullable Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> event : records) {
            sent.add(failures.containsKey(event.topic()) ? null : begin(kafka, event, failures));
        }
        kafka.flush();
        List<Integer> acknowledged = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            if (isAcknowledged(sent.get(i), records.get(i).topic(), failures)) {
                acknowledged.add(i);
            }
        }
        return new Outcome(acknowledged, failures);
    }

    /** One record, acknowledged when this returns. */
    void sendNow(ProducerRecord<String, byte[]> record) throws InterruptedException {
        send(List.of(record)).failures().forEach((topic, reason) -> {
            throw new KafkaException(topic + ": " + reason);
        });
    }

    private static @Nullable Future<RecordMetadata> begin(
            KafkaProducer<String, byte[]> kafka, ProducerRecord<String, byte[]> event, Map<String, String> failures) {
        try {
            Future<RecordMetadata> sending = kafka.send(event);
            if (sending.state() == Future.State.FAILED) {
                failures.put(
                        event.topic(), String.valueOf(sending.exceptionNow().getMessage()));
            }
            return sending;
        } catch (KafkaException refused) {
            failures.put(event.topic(), String.valueOf(refused.getMessage()));
            return null;
        }
    }

    private static boolean isAcknowledged(
            @Nullable Future<RecordMetadata> sending, String topic, Map<String, String> failures)
            throws InterruptedException {
        if (sending == null) {
            return false;
        }
        try {
            sending.get();
            return !failures.containsKey(topic);
        } catch (ExecutionException failed) {
            failures.putIfAbsent(topic, String.valueOf(failed.getMessage()));
            return false;
        }
    }

    static void header(ProducerRecord<String, byte[]> event, String name, @Nullable String value) {
        if (value != null) {
            event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            servers,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.LINGER_MS_CONFIG,
                            0,
                            ProducerConfig.BATCH_SIZE_CONFIG,
                            256 * 1024,
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            4 * 1024 * 1024,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            15_000,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            5_000,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            5_000),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
            producer = null;
        }
    }
}
