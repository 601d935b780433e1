package io.tillstream.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.local.Part;
import io.tillstream.local.Settings;
import io.tillstream.local.stack.Box;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real queues with one event unsent, one unread and one given up, one after the other. */
class NothingIsStuckTest {

    private static final Set<Part> SERVERS = EnumSet.of(Part.POSTGRES, Part.KAFKA);

    @TempDir
    static Path home;

    private static Settings settings;

    @BeforeAll
    static void start() throws Exception {
        settings = Box.start(home, SERVERS);
    }

    @AfterAll
    static void stop() throws Exception {
        Box.stop(settings, SERVERS);
    }

    @Test
    void everythingThatIsUnderWayIsNamed() throws Exception {
        try (Queues queues = new Queues(settings)) {
            assertThat(violations(queues)).isEmpty();

            execute(Part.ORDER, "create table outbox (id bigint); insert into outbox values (1), (2)");
            assertThat(violations(queues)).containsExactly("order-service: 2 events in the outbox");

            execute(Part.ORDER, "delete from outbox");
            publish("pos.order.sale");
            joinAtTheBeginning("finance-service", "pos.order.sale");
            assertThat(violations(queues)).containsExactly("group finance-service: 1 events not read");

            publish("pos.order.sale.dlq");
            assertThat(violations(queues))
                    .containsExactly(
                            "group finance-service: 1 events not read", "pos.order.sale.dlq: 1 events given up");
        }
    }

    private static List<String> violations(Queues queues) throws Exception {
        try (Databases databases = new Databases(settings::ownerOf)) {
            return new NothingIsStuck(queues).check(databases).violations();
        }
    }

    private static void execute(Part service, String sql) throws Exception {
        Settings.DatabaseAccess owner = settings.ownerOf(service);
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void publish(String topic) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", "body")).get();
        }
    }

    private static void joinAtTheBeginning(String group, String topic) throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", settings.kafkaBootstrapServers());
    }
}
