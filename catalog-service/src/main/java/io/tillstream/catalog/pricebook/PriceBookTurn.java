package io.tillstream.catalog.pricebook;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns the page when time alone changes the book: a price or a tax rate set for later begins or ends. */
@Component
class PriceBookTurn {
    private final PricesInForce prices;
    private final TaxRatesInForce taxRates;

    PriceBookTurn(PricesInForce prices, TaxRatesInForce taxRates) {
        this.prices = prices;
        this.taxRates = taxRates;
    }

    @Scheduled(fixedDelay = 5_000)
    @Transactional
    public void turnPrices() {
        prices.turn();
    }

    @Scheduled(fixedDelay = 60_000)
    @Transactional
    public void startTaxRates() {
        taxRates.start();
    }
}
