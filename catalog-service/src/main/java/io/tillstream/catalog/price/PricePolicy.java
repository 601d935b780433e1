package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.catalog.pricelist.PriceList;
import io.tillstream.catalog.pricelist.PriceLists;
import io.tillstream.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which prices can be charged, and who may set them. */
@Component
class PricePolicy {
    private final PriceLists lists;
    private final StoreFacts stores;
    private final PriceSuccession succession;

    PricePolicy(PriceLists lists, StoreFacts stores, PriceSuccession succession) {
        this.lists = lists;
        this.stores = stores;
        this.succession = succession;
    }

    /** A price of a list is theirs to set who may change the list. */
    void mayPrice(PricePlace place, Caller caller) {
        List<String> places = places(place);
        places.forEach(caller::mustServe);
        if (places.isEmpty() && !GeneralPrices.mayBeSetBy(caller)) {
            throw new GeneralPriceNotYours();
        }
    }

    /** The stores that the price is named for; empty: all. */
    private List<String> places(PricePlace place) {
        if (place.storeId() != null) {
            return List.of(place.storeId());
        }
        PriceList list = listOf(place.priceListId());
        return list == null ? List.of() : list.terms().stores();
    }

    /** Call it when it is the caller's turn: what it finds must not change before the price is set. */
    void check(SetPriceRequest request) {
        if (request.price().amount().signum() < 0) {
            throw new PriceNotValid("/price/amount", "A price is not below zero.");
        }
        checkList(request);
        checkStore(request);
        checkPeriod(request);
    }

    private @Nullable PriceList listOf(@Nullable UUID id) {
        return id == null
                ? null
                : lists.find(id)
                        .orElseThrow(() -> new PriceNotValid("/priceListId", "There is no price list " + id + "."));
    }

    private void checkList(SetPriceRequest request) {
        PriceList list = listOf(request.priceListId());
        if (list == null) {
            return;
        }
        if (request.storeId() != null) {
            throw new PriceNotValid("/storeId", "The list says in which stores its prices hold; leave the store out.");
        }
        String currency = request.price().currency();
        if (!list.terms().currency().equals(currency)) {
            throw new PriceNotValid(
                    "/price/currency",
                    "The list " + list.terms().name() + " is in " + list.terms().currency() + ", not in " + currency
                            + ".");
        }
    }

    private void checkStore(SetPriceRequest request) {
        String storeId = request.storeId();
        if (storeId == null) {
            return;
        }
        StoreFacts.Store store = stores.find(storeId)
                .orElseThrow(() -> new PriceNotValid(
                        "/storeId",
                        "Store " + storeId
                                + " is not known here. If it was only just created, try again in a few seconds."));
        String currency = request.price().currency();
        if (!store.currency().equals(currency)) {
            throw new PriceNotValid(
                    "/price/currency",
                    "Store " + storeId + " trades in " + store.currency() + ", not in " + currency + ".");
        }
    }

    private void checkPeriod(SetPriceRequest request) {
        Instant until = request.until();
        if (until != null && until.isBefore(request.from())) {
            throw new PriceNotValid("/validUntil", "It ends before it begins.");
        }
        if (request.takesBack()) {
            if (!succession.standsFrom(request)) {
                throw new PriceNotValid(
                        "/validUntil",
                        "An end at the very beginning takes a price back, but there is none from that minute on.");
            }
            return;
        }
        succession.inTheWayOf(request).ifPresent(other -> {
            throw new PriceNotValid(
                    "/validFrom",
                    "The product has another price in this list and quantity then: " + other
                            + ". End one where the other begins, or set that one anew with the same beginning and"
                            + " another end.");
        });
    }
}
