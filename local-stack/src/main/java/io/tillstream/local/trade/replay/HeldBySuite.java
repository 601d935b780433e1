package io.tillstream.local.trade.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.tillstream.local.trade.Api;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The answer sheet as the suite tells it through its API: what order-service holds as sales and returns, and what
 * inventory-service holds as write-offs.
 */
final class HeldBySuite {

    private final Api api;

    HeldBySuite(Api api) {
        this.api = api;
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
        for (JsonNode stockCode : writtenOff.path("skus")) {
            onlyWrittenOff += wasSold(stockCode.asText()) ? 0 : 1;
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
