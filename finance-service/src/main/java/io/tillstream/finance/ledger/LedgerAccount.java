package io.tillstream.finance.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An account of the chart.
 *
 * @param usedFor which part of the posting rules books on it; null for accounts that only people book on
 */
record LedgerAccount(
        String code, String name, Kind kind, @Nullable AccountUse usedFor) {
    enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE
    }
}
