package io.tillstream.finance.ledger;

import io.tillstream.platform.web.Failure;
import java.util.List;

/** Amounts of several currencies were asked for in one sum. */
final class CurrencyNeeded extends Failure {
    CurrencyNeeded(List<String> currencies) {
        super(
                Kind.RULE_BROKEN,
                "currency-needed",
                "These books are kept in " + String.join(", ", currencies)
                        + ". Say which one you want with the currency parameter, or ask for one store.");
    }
}
