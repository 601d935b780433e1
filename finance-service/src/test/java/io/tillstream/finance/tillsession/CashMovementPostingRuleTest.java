package io.tillstream.finance.tillsession;

import static io.tillstream.finance.ledger.AccountUse.CASH;
import static io.tillstream.finance.ledger.AccountUse.CASH_TO_ASSIGN;
import static io.tillstream.finance.ledger.AccountUse.PETTY_CASH;
import static io.tillstream.finance.ledger.AccountUse.SAFE;
import static io.tillstream.finance.ledger.AccountUse.TIPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.finance.ledger.AccountUse;
import io.tillstream.finance.ledger.Posting;
import io.tillstream.platform.json.DecimalStrings;
import io.tillstream.platform.test.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CashMovementPostingRuleTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new DecimalStrings())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void cashGoesWhereItWasTakenTo() {
        Map<String, List<Posting>> booked = new HashMap<>();
        for (byte[] example : Contract.of("order", "cash-moved.v1").examples()) {
            CashMovedMessage moved = JSON.readValue(example, CashMovedMessage.class);
            if (moved.amount().signum() != 0) {
                booked.put(
                        moved.kind() + " " + moved.reason(),
                        CashMovementPostingRule.entryFor(moved, Instant.EPOCH).postings());
            }
        }
        CashMovedMessage lunch = new CashMovedMessage(
                new UUID(0, 1),
                "b-1",
                "b",
                LocalDate.EPOCH,
                "EUR",
                CashMovedMessage.Kind.PAY_IN,
                new BigDecimal("20.00"),
                "OTHER",
                Instant.EPOCH);

        assertThat(booked)
                .containsOnly(
                        Map.entry("PAY_OUT OTHER", moved("15.00", PETTY_CASH, CASH)),
                        Map.entry("PAY_OUT TIPS", moved("12.50", TIPS, CASH)),
                        Map.entry("SKIM TO_SAFE", moved("400.00", SAFE, CASH)),
                        Map.entry("PAY_IN CHANGE_MONEY", moved("50.00", CASH, SAFE)));
        assertThat(CashMovementPostingRule.entryFor(lunch, Instant.EPOCH).postings())
                .isEqualTo(moved("20.00", CASH, CASH_TO_ASSIGN));
    }

    private static List<Posting> moved(String amount, AccountUse to, AccountUse from) {
        BigDecimal value = new BigDecimal(amount);
        return List.of(new Posting(to, value, null, null), new Posting(from, value.negate(), null, null));
    }
}
