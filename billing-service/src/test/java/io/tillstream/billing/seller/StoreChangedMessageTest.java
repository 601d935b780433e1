package io.tillstream.billing.seller;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.test.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StoreChangedMessageTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyStoreThatOrderServiceCanTellOfIsUnderstood() {
        List<Seller> sellers = Contract.of("order", "store-changed.v1").examples().stream()
                .map(example ->
                        JSON.readValue(example, StoreChangedMessage.class).seller())
                .toList();

        assertThat(sellers).allMatch(Seller::mayIssueInvoices);
        assertThat(sellers).extracting(Seller::key).containsExactlyInAnyOrder("DE:DE123456789", "CA:123456789RT0001");
    }
}
