package io.tillstream.local.trade.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.Command;
import io.tillstream.local.Settings;
import io.tillstream.local.Trouble;
import io.tillstream.local.check.Rest;
import io.tillstream.local.trade.Access;
import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.Patience;
import io.tillstream.local.trade.Reply;
import io.tillstream.local.trade.RequestRefused;
import io.tillstream.local.trade.StableId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./till demo}: opens a shop to play with. What is there already is left alone, so it may be run again after people
 * have worked in it; its past is that of the first run.
 */
public final class DemoShop implements Command {

    /** The time in the ids of everything that has no time of its own. */
    static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration TO_SETTLE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return " loads the demo shop: two stores, three tills, products, promotions, stock and the sales of the last days";
    }

    record StockAdjustment(String locationId, String reason, String occurredAt, String note, List<StockLine> lines) {}

    record StockLine(int lineNo, String productId, String sku, String quantity) {}

    @Override
    public int run(Settings settings, List<String> arguments) throws Exception {
        if (!arguments.isEmpty()) {
            throw new Trouble("demo takes no arguments.", "Type ./till demo.");
        }
        try (Api api = new Api(Access.of(settings), Patience.ofMinutes(2, message -> System.err.println(message)))) {
            List<DemoGoods> assortment = DemoGoods.assortment();
            DemoFurnishing furnishing = new DemoFurnishing(api);
            furnishing.stores();
            furnishing.taxRates();
            int added = furnishing.products(assortment);
            furnishing.people();
            settle(settings);
            Instant opened = openingStock(api, assortment);
            furnishing.purchaseOrder(assortment, opened);
            int promoted = new DemoPromotions(api).make(opened);
            new DemoPrices(api).set(assortment, opened);
            new DemoApprovals(api).make();
            DemoSeller seller = new DemoSeller(api, furnishing.rates(), opened);
            seller.sell(assortment);
            settle(settings);
            System.out.printf(
                    "The demo shop is open: %d products (%d new), %d new promotions, %d past sales (%d new).%n",
                    assortment.size(), added, promoted, seller.sales(), seller.newSales());
            return 0;
        } catch (RequestRefused refused) {
            throw new Trouble(refused.words(), "Look at ./till logs; ./till demo may be run again.");
        }
    }

    private static void settle(Settings settings) throws InterruptedException {
        if (!Rest.await(settings, TO_SETTLE)) {
            throw new Trouble("Events are still under way after two minutes.", "Look at ./till verify.");
        }
    }

    /**
     * Books the opening stock once for each store.
     *
     * @return when the demo was first run: its past ends there, and a later run finds it again
     */
    private static Instant openingStock(Api api, List<DemoGoods> assortment) {
        Instant opened = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (DemoTill.Shop shop : DemoTill.SHOPS) {
            String path = "/api/stock-adjustments/" + StableId.of(FOUNDED, "demo", "opening", shop.id());
            Reply known = api.get(path);
            if (known.ok()) {
                opened = Instant.parse(occurredAt(known.body()));
                continue;
            }
            List<StockLine> lines = new ArrayList<>();
            for (DemoGoods goods : assortment) {
                lines.add(new StockLine(
                        lines.size() + 1,
                        goods.id().toString(),
                        goods.sku(),
                        goods.openingStock().toPlainString()));
            }
            api.put(path, new StockAdjustment(shop.id(), "OPENING", opened.toString(), "Opening stock", lines))
                    .orThrow("The opening stock of " + shop.id());
        }
        return opened;
    }

    private static String occurredAt(JsonNode adjustment) {
        return adjustment.path("occurredAt").asText();
    }
}
