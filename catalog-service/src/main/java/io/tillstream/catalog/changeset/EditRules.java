package io.tillstream.catalog.changeset;

import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.AGE_LIMIT;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.AMOUNT;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.CATEGORY;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.PERCENT;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.ROUND;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.SET;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.STATUS;
import static io.tillstream.catalog.changeset.ChangeSetTerms.Kind.TAX_CATEGORY;

import io.tillstream.catalog.category.Categories;
import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.catalog.pricelist.PriceList;
import io.tillstream.catalog.pricelist.PriceLists;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.web.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a kind of edit needs, and what would contradict it. */
@Component
class EditRules {
    private static final BigDecimal ALL_OF_IT = new BigDecimal(-100);
    private static final BigDecimal TENFOLD = new BigDecimal(900);

    private final PriceLists lists;
    private final StoreFacts stores;
    private final Categories categories;

    EditRules(PriceLists lists, StoreFacts stores, Categories categories) {
        this.lists = lists;
        this.stores = stores;
        this.categories = categories;
    }

    /** @throws ChangeSetNotValid naming every place that is wrong */
    void check(ChangeSetTerms terms) {
        Check check = new Check(terms.edit());
        check.fields();
        if (check.errors.isEmpty()) {
            check.price();
            check.category();
        }
        UUID list = terms.selection().priceListId();
        if (list != null && lists.find(list).isEmpty()) {
            check.wrong("/selection/priceListId", "There is no price list " + list + ".");
        }
        if (!check.errors.isEmpty()) {
            throw new ChangeSetNotValid(check.errors);
        }
    }

    private final class Check {
        private final ChangeSetTerms.Edit edit;
        private final List<FieldError> errors = new ArrayList<>();

        private Check(ChangeSetTerms.Edit edit) {
            this.edit = edit;
        }

        private void fields() {
            Set<ChangeSetTerms.Kind> prices = EnumSet.of(PERCENT, AMOUNT, SET, ROUND);
            belongs("/currency", edit.currency(), prices, prices, "the currency of the prices");
            belongs("/storeId", edit.storeId(), prices, Set.of(), "");
            belongs("/priceListId", edit.priceListId(), prices, Set.of(), "");
            belongs(
                    "/value",
                    edit.value(),
                    EnumSet.of(PERCENT, AMOUNT, SET),
                    EnumSet.of(PERCENT, AMOUNT, SET),
                    "how much");
            belongs("/rounding", edit.rounding(), prices, EnumSet.of(ROUND), "what prices are rounded to");
            belongs("/categoryId", edit.categoryId(), EnumSet.of(CATEGORY), EnumSet.of(CATEGORY), "the new category");
            belongs("/status", edit.status(), EnumSet.of(STATUS), EnumSet.of(STATUS), "ACTIVE or INACTIVE");
            belongs("/taxCategory", edit.taxCategory(), EnumSet.of(TAX_CATEGORY), EnumSet.of(TAX_CATEGORY), "which");
            belongs("/ageLimit", edit.ageLimit(), EnumSet.of(AGE_LIMIT), Set.of(), "");
        }

        private void belongs(
                String place,
                @Nullable Object value,
                Set<ChangeSetTerms.Kind> uses,
                Set<ChangeSetTerms.Kind> needs,
                String meaning) {
            if (value == null && needs.contains(edit.kind())) {
                wrong("/edit" + place, edit.kind() + " needs it: " + meaning + ".");
            }
            if (value != null && !uses.contains(edit.kind())) {
                wrong("/edit" + place, edit.kind() + " does not use it; leave it out.");
            }
        }

        private void price() {
            if (!edit.kind().isPrice()) {
                return;
            }
            String currency = edit.place().currency();
            if (!isCurrency(currency)) {
                wrong("/edit/currency", currency + " is not a currency of ISO 4217.");
                return;
            }
            value();
            if (edit.storeId() != null && edit.priceListId() != null) {
                wrong("/edit/storeId", "A list says in which stores its prices hold; leave the store out.");
            }
            store(currency);
            list(currency);
        }

        private void value() {
            BigDecimal value = edit.value();
            if (value == null) {
                return;
            }
            if (edit.kind() == SET && value.signum() < 0) {
                wrong("/edit/value", "A price is not below zero.");
            }
            if (edit.kind() != SET && value.signum() == 0) {
                wrong("/edit/value", "Nothing would change. Say by how much prices go up, or with a minus down.");
            }
            if (edit.kind() == PERCENT && (value.compareTo(ALL_OF_IT) <= 0 || value.compareTo(TENFOLD) > 0)) {
                wrong("/edit/value", "Prices go down by less than 100 % and up by 900 % at most.");
            }
        }

        private void store(String currency) {
            String storeId = edit.storeId();
            if (storeId == null) {
                return;
            }
            Optional<StoreFacts.Store> store = stores.find(storeId);
            if (store.isEmpty()) {
                wrong("/edit/storeId", "Store " + storeId + " is not known here.");
            } else if (!store.get().currency().equals(currency)) {
                wrong(
                        "/edit/currency",
                        "Store " + storeId + " trades in " + store.get().currency() + ".");
            }
        }

        private void list(String currency) {
            UUID id = edit.priceListId();
            if (id == null) {
                return;
            }
            Optional<PriceList> list = lists.find(id);
            if (list.isEmpty()) {
                wrong("/edit/priceListId", "There is no price list " + id + ".");
            } else if (!list.get().terms().currency().equals(currency)) {
                wrong("/edit/currency", "The list is in " + list.get().terms().currency() + ".");
            }
        }

        private void category() {
            UUID id = edit.categoryId();
            if (id != null && categories.path(id).isEmpty()) {
                wrong("/edit/categoryId", "There is no category " + id + ".");
            }
        }

        private void wrong(String pointer, String detail) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Money.decimalsOf(code) >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
