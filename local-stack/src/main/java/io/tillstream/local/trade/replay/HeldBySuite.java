package io.tillstream.local.trade.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.trade.Api;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer sheet as the suite tells it through its API: what order-service holds as sales and returns, and what
 * inventory-service holds as write-offs.
 */
final class HeldBySuite {

    private static final int MOST_PRODUCTS = 5_000;

    private final Api api;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    HeldBySuite(Api api, List<DaySheet> days) {
        this.api = api;
        this.firstDay = days.getFirst().day();
        this.lastDay = days.getLast().day();
    }

    /** @param charged what the tills took after rounding each line */
    record Holdings(AnswerSheet sheet, BigDecimal charged) {}

    Holdings read() {
        JsonNode traded = api.get("/api/trading-totals?storeId=" + RetailShop.STORE)
                .orThrow("Reading the trading totals")
                .body();
        JsonNode writtenOff = api.get("/api/stock-adjustments/totals?reason=WRITE_OFF&locationId=" + RetailShop.STORE)
                .orThrow("Reading the totals of the write-offs")
                .body();
        long onlyWrittenOff = 0;
        Set<String> bestSellers = bestSellers();
        for (JsonNode stockCode : writtenOff.path("skus")) {
            boolean sold = bestSellers.contains(stockCode.asText()) || wasSold(stockCode.asText());
            onlyWrittenOff += sold ? 0 : 1;
        }
        AnswerSheet sheet = new AnswerSheet(
                traded.path("rows").asLong() + writtenOff.path("rows").asLong(),
                traded.path("saleDocuments").asLong()
                        + writtenOff.path("documents").asLong(),
                traded.path("returnDocuments").asLong(),
                decimal(traded, "salesValue"),
                decimal(traded, "returnsValue"),
                decimal(traded, "netUnits").add(decimal(writtenOff, "units")),
                traded.path("stockCodes").asLong() + onlyWrittenOff);
        return new Holdings(sheet, decimal(traded, "chargedTotal"));
    }

    /** One question for most stock codes; what is not among them is asked for one by one. */
    private Set<String> bestSellers() {
        JsonNode takings = api.get("/api/takings?storeId=%s&from=%s&to=%s&groupBy=PRODUCT&limit=%d"
                        .formatted(RetailShop.STORE, firstDay, lastDay, MOST_PRODUCTS))
                .orThrow("Reading the takings by product")
                .body();
        Set<String> stockCodes = new HashSet<>();
        takings.path("items").forEach(item -> stockCodes.add(item.path("key").asText()));
        return stockCodes;
    }

    private boolean wasSold(String stockCode) {
        JsonNode page = api.get("/api/sales?storeId=%s&sku=%s&limit=1".formatted(RetailShop.STORE, encoded(stockCode)))
                .orThrow("Looking for sales of " + stockCode)
                .body();
        return !page.path("items").isEmpty();
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText("0"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
