package io.tillstream.catalog.pricelist;

import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.platform.web.FieldError;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the terms of a price list must agree with. */
@Component
class PriceListRules {
    private final PriceLists lists;
    private final StoreFacts stores;

    PriceListRules(PriceLists lists, StoreFacts stores) {
        this.lists = lists;
        this.stores = stores;
    }

    /**
     * @param before what the list said so far; null for a new one
     * @throws PriceListNotValid naming every place that is wrong
     */
    void check(UUID id, PriceListTerms terms, @Nullable PriceListTerms before) {
        List<FieldError> errors = new ArrayList<>();
        checkWindow(terms.window(), errors);
        checkStores(terms, errors);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(terms.currency()))) {
            errors.add(new FieldError("/currency", "ISO 4217 knows no currency " + terms.currency() + "."));
        } else if (before != null && !before.currency().equals(terms.currency()) && lists.hasPrices(id)) {
            errors.add(new FieldError(
                    "/currency",
                    "The list has prices in " + before.currency() + ". Make another list for " + terms.currency()
                            + "."));
        }
        boolean begins = terms.active() && (before == null || !before.active());
        if (begins && lists.countActive() >= PriceLists.MOST_ACTIVE) {
            errors.add(new FieldError(
                    "/active",
                    "There are " + PriceLists.MOST_ACTIVE
                            + " active price lists, the most that a till can look at. End one first."));
        }
        if (!errors.isEmpty()) {
            throw new PriceListNotValid(errors);
        }
    }

    private static void checkWindow(PriceListTerms.Window window, List<FieldError> errors) {
        if (window.from() != null && window.until() != null && !window.from().isBefore(window.until())) {
            errors.add(new FieldError("/window/until", "It ends before it begins."));
        }
    }

    private void checkStores(PriceListTerms terms, List<FieldError> errors) {
        for (int i = 0; i < terms.stores().size(); i++) {
            String store = terms.stores().get(i);
            String wrong = stores.find(store)
                    .map(known -> known.currency().equals(terms.currency())
                            ? ""
                            : "Store " + store + " trades in " + known.currency() + ", not in " + terms.currency()
                                    + ".")
                    .orElse("Store " + store
                            + " is not known here. If it was only just created, try again in a few seconds.");
            if (!wrong.isEmpty()) {
                errors.add(new FieldError("/stores/" + i, wrong));
            }
        }
    }
}
