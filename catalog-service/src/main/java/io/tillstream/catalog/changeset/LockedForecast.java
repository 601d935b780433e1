package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.catalog.product.BulkTurn;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A forecast that nobody else can make wrong before the transaction ends. */
@Component
class LockedForecast {
    private final BulkTurn turn;
    private final Goods goods;
    private final PricesInBulk prices;
    private final Forecast forecast;

    LockedForecast(BulkTurn turn, Goods goods, PricesInBulk prices, Forecast forecast) {
        this.turn = turn;
        this.goods = goods;
        this.prices = prices;
        this.forecast = forecast;
    }

    /** @throws BulkAtWork when many products are being changed already */
    List<ForecastLine> of(ChangeSetTerms terms, Instant moment) {
        if (!turn.take()) {
            throw new BulkAtWork();
        }
        prices.takeTurns(goods.of(terms).stream().map(Goods.Found::id).toList());
        return forecast.of(terms, moment);
    }
}
