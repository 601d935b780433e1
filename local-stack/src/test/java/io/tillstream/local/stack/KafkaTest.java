package io.tillstream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaTest {

    @Test
    void aClusterIdNeverLooksLikeAnOption() {
        UUID startsWithDash = UUID.fromString("f8000000-0000-4000-8000-000000000001");
        UUID startsWithLetter = UUID.fromString("00000000-0000-4000-8000-000000000001");
        Queue<UUID> ids = new ArrayDeque<>(List.of(startsWithDash, startsWithLetter));

        assertThat(Kafka.clusterId(ids::remove)).isEqualTo("AAAAAAAAQACAAAAAAAAAAQ");
    }
}
