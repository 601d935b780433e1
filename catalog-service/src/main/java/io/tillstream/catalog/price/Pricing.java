package io.tillstream.catalog.price;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where prices are set. */
@Service
class Pricing {
    private final Prices prices;
    private final PricePolicy policy;
    private final PriceSuccession succession;
    private final PriceBookVersions priceBook;
    private final PriceEvents events;

    Pricing(
            Prices prices,
            PricePolicy policy,
            PriceSuccession succession,
            PriceBookVersions priceBook,
            PriceEvents events) {
        this.prices = prices;
        this.policy = policy;
        this.succession = succession;
        this.priceBook = priceBook;
        this.events = events;
    }

    /** True when this call stored it; false when it was stored before with the same body. */
    @Transactional
    public boolean set(UUID id, SetPriceRequest request, Caller caller) {
        policy.mayPrice(request.place(), caller);
        if (!succession.takeTurn(request.productId())) {
            throw new PriceNotValid("/productId", "There is no product " + request.productId() + ".");
        }
        if (prices.find(id).isPresent()) {
            Fingerprint.mustMatch(prices.fingerprint(id), request);
            return false;
        }
        policy.check(request);
        if (!prices.add(id, request, caller.subject(), Fingerprint.of(request))) {
            Fingerprint.mustMatch(prices.fingerprint(id), request);
            return false;
        }
        List<UUID> product = List.of(request.productId());
        succession.settle(product);
        // tills know a price before it begins, so that one that is offline then switches by itself
        priceBook.changed(product);
        events.changed(List.of(id));
        return true;
    }
}
