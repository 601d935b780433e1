package io.tillstream.billing.seller;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.test.Contract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class StoreChangedMessageTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyStoreThatOrderServiceCanTellOfIsUnderstood() {
        for (byte[] example : Contract.of("order", "store-changed.v1").examples()) {
            Seller seller = JSON.readValue(example, StoreChangedMessage.class).seller();

            assertThat(seller.mayIssueInvoices()).isTrue();
            assertThat(seller.key()).isEqualTo("DE:DE123456789");
        }
    }
}
