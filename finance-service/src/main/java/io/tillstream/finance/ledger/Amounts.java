package io.tillstream.finance.ledger;

import java.math.BigDecimal;

/** Amounts as people expect to read them: 9.3300 is 9.33, 5 is 5.00. */
final class Amounts {
    private static final int FEWEST_DECIMALS = 2;

    private Amounts() {}

    static BigDecimal readable(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < FEWEST_DECIMALS ? stripped.setScale(FEWEST_DECIMALS) : stripped;
    }
}
