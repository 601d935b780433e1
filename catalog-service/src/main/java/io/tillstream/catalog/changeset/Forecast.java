package io.tillstream.catalog.changeset;

import io.tillstream.catalog.price.PricePlace;
import io.tillstream.catalog.price.PricesInBulk;
import io.tillstream.catalog.price.StandingPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a change set does; what is shown before and what is done both come from here. */
@Component
class Forecast {
    private final Goods goods;
    private final PricesInBulk prices;
    private final Margins margins;
    private final FieldForecast fields;

    Forecast(Goods goods, PricesInBulk prices, Margins margins, FieldForecast fields) {
        this.goods = goods;
        this.prices = prices;
        this.margins = margins;
        this.fields = fields;
    }

    /** By SKU, of each product the price for any quantity first. */
    List<ForecastLine> of(ChangeSetTerms terms, Instant moment) {
        return of(goods.of(terms), terms.edit(), moment);
    }

    List<ForecastLine> of(List<Goods.Found> found, ChangeSetTerms.Edit edit, Instant moment) {
        return edit.kind().isPrice() ? prices(found, edit, moment) : fields.of(found, edit);
    }

    private List<ForecastLine> prices(List<Goods.Found> found, ChangeSetTerms.Edit edit, Instant moment) {
        List<UUID> ids = found.stream().map(Goods.Found::id).toList();
        Map<UUID, List<StandingPrice>> standing = byProduct(prices.standing(edit.place(), moment, ids));
        Map<UUID, List<StandingPrice>> beneath = beneath(edit.place(), moment, ids);
        Margins.Known known = margins.of(ids, edit, moment);
        PriceEdit priceEdit = new PriceEdit(edit);
        List<ForecastLine> lines = new ArrayList<>(found.size());
        for (Goods.Found product : found) {
            List<StandingPrice> own = changing(standing.getOrDefault(product.id(), List.of()), priceEdit);
            boolean first = own.isEmpty() && priceEdit.needsPrice();
            List<StandingPrice> changing =
                    first ? changing(beneath.getOrDefault(product.id(), List.of()), priceEdit) : own;
            for (StandingPrice price : changing.isEmpty() ? List.of(none(product)) : changing) {
                lines.add(line(product, price, first, priceEdit, moment, known));
            }
        }
        return lines;
    }

    /** A store without a price of its own changes what it charges so far. */
    private Map<UUID, List<StandingPrice>> beneath(PricePlace place, Instant moment, List<UUID> products) {
        PricePlace beneath = place.beneath();
        return beneath == null
                ? Map.of()
                : byProduct(prices.standing(beneath, moment, products).stream()
                        .map(StandingPrice::elsewhere)
                        .toList());
    }

    private static Map<UUID, List<StandingPrice>> byProduct(List<StandingPrice> prices) {
        return prices.stream().collect(Collectors.groupingBy(StandingPrice::productId));
    }

    private static StandingPrice none(Goods.Found product) {
        return new StandingPrice(product.id(), BigDecimal.ZERO, null, null, null, null, null, null);
    }

    /** An edit of prices reaches them for every quantity; a set price is the one for any quantity. */
    private static List<StandingPrice> changing(List<StandingPrice> standing, PriceEdit priceEdit) {
        return standing.stream()
                .filter(price -> priceEdit.needsPrice()
                        ? price.amount() != null || price.fixed() != null
                        : price.minimumQuantity().signum() == 0)
                .sorted(Comparator.comparing(StandingPrice::minimumQuantity))
                .toList();
    }

    private static ForecastLine line(
            Goods.Found product,
            StandingPrice price,
            boolean first,
            PriceEdit priceEdit,
            Instant moment,
            Margins.Known margins) {
        BigDecimal before = price.amount();
        BigDecimal after = before == null && priceEdit.needsPrice()
                ? null
                : priceEdit.of(before == null ? BigDecimal.ZERO : before);
        List<ForecastLine.Remark> notes = new ArrayList<>();
        ForecastLine.Outcome outcome = outcome(price, before, after, notes);
        if (outcome == ForecastLine.Outcome.CHANGES && after != null) {
            warn(price, after, moment, margins.cost(product), margins.net(product, after), notes);
            if (first) {
                notes.add(ForecastLine.Remark.of(ForecastLine.Note.FIRST_OF_STORE));
            }
        }
        return new ForecastLine(
                product.id(),
                product.sku(),
                product.name(),
                price.minimumQuantity(),
                outcome,
                margins.shown(before),
                margins.shown(after),
                before == null || after == null ? null : margins.shown(after.subtract(before)),
                margins.cost(product),
                margins.percent(product, before),
                margins.percent(product, after),
                null,
                null,
                List.copyOf(notes),
                margins.net(product, before),
                margins.net(product, after));
    }

    private static ForecastLine.Outcome outcome(
            StandingPrice price,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            List<ForecastLine.Remark> notes) {
        if (price.fixed() != null) {
            notes.add(new ForecastLine.Remark(ForecastLine.Note.FIXED_PRICE, price.fixedUntil(), price.fixed(), null));
            return ForecastLine.Outcome.FAILS;
        }
        if (after == null) {
            return ForecastLine.Outcome.NO_PRICE;
        }
        if (after.signum() < 0) {
            notes.add(ForecastLine.Remark.of(ForecastLine.Note.NEGATIVE));
            return ForecastLine.Outcome.FAILS;
        }
        return before != null && before.compareTo(after) == 0
                ? ForecastLine.Outcome.UNCHANGED
                : ForecastLine.Outcome.CHANGES;
    }

    private static void warn(
            StandingPrice price,
            BigDecimal after,
            Instant moment,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal net,
            List<ForecastLine.Remark> notes) {
        if (after.signum() == 0) {
            notes.add(ForecastLine.Remark.of(ForecastLine.Note.FREE));
        } else if (cost != null && net != null && net.compareTo(cost) < 0) {
            notes.add(ForecastLine.Remark.of(ForecastLine.Note.BELOW_COST));
        }
        if (price.nextFrom() != null) {
            notes.add(new ForecastLine.Remark(
                    ForecastLine.Note.SCHEDULED_LATER, price.nextFrom(), price.nextAmount(), null));
        }
        if (price.beginsAt(moment)) {
            notes.add(new ForecastLine.Remark(ForecastLine.Note.REPLACES_SCHEDULED, moment, price.amount(), null));
        }
    }
}
