package io.tillstream.finance.tillsession;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.finance.ledger.AccountUse;
import io.tillstream.finance.ledger.Posting;
import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.test.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OverShortPostingRuleTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new DecimalStrings())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void everyClosingThatOrderServiceCanTellOfIsBooked() {
        for (byte[] example : Contract.of("order", "till-session-closed.v1").examples()) {
            TillSessionClosedMessage session = JSON.readValue(example, TillSessionClosedMessage.class);
            BigDecimal difference = session.closing().difference();

            assertThat(OverShortPostingRule.entryFor(session, Instant.EPOCH).postings())
                    .containsExactly(
                            new Posting(AccountUse.CASH, difference, null, null),
                            new Posting(AccountUse.CASH_OVER_SHORT, difference.negate(), null, null));
        }
    }
}
