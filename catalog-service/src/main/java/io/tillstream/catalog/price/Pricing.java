package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PricesInForce;
import io.tillstream.catalog.pricebook.StoreFacts;
import io.tillstream.platform.money.Money;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Fingerprint;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where prices are set. */
@Service
class Pricing {
    private final Prices prices;
    private final PriceEvents events;
    private final StoreFacts stores;
    private final PricesInForce inForce;

    Pricing(Prices prices, PriceEvents events, StoreFacts stores, PricesInForce inForce) {
        this.prices = prices;
        this.events = events;
        this.stores = stores;
        this.inForce = inForce;
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean set(UUID id, SetPriceRequest request, Caller caller) {
        mayPrice(request, caller);
        mustBeChargeable(request);
        if (!prices.add(request.as(id), caller.subject(), Fingerprint.of(request))) {
            Fingerprint.mustMatch(prices.fingerprint(id), request);
            return false;
        }
        events.changed(List.of(request.as(id)));
        inForce.start();
        return true;
    }

    private static void mayPrice(SetPriceRequest request, Caller caller) {
        if (request.storeId() != null) {
            caller.mustServe(request.storeId());
        } else if (!caller.has(Role.BUYER) && !caller.has(Role.OPS) && !caller.servesEveryStore()) {
            throw new GeneralPriceNotYours();
        }
    }

    private void mustBeChargeable(SetPriceRequest request) {
        Money price = request.price();
        if (price.amount().signum() < 0) {
            throw new PriceNotValid("/price/amount", "A price is not below zero.");
        }
        if (!prices.knows(request.productId())) {
            throw new PriceNotValid("/productId", "There is no product " + request.productId() + ".");
        }
        String storeId = request.storeId();
        if (storeId == null) {
            return;
        }
        StoreFacts.Store store = stores.find(storeId)
                .orElseThrow(() -> new PriceNotValid(
                        "/storeId",
                        "Store " + storeId
                                + " is not known here. If it was only just created, try again in a few seconds."));
        if (!store.currency().equals(price.currency())) {
            throw new PriceNotValid(
                    "/price/currency",
                    "Store " + storeId + " trades in " + store.currency() + ", not in " + price.currency() + ".");
        }
    }
}
