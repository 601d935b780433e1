package io.tillstream.order.sale.archive;

import static io.tillstream.order.sale.Product.CUP;
import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.sale.SaleDocument;
import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceTest
class SaleArchiveTest {

    private final Api api;

    SaleArchiveTest(Api api) {
        this.api = api;
    }

    @Test
    void aFigureOpensTheSalesBehindIt() {
        Shops.open(api, "celle");
        UUID customer = UuidV7.next();
        sell(aSale().in("celle").at("2026-01-22T08:30:00Z").with(1, ESPRESSO).paidByCard());
        SaleDocument cup = aSale().in("celle")
                .on("celle-2")
                .of(customer)
                .at("2026-01-22T09:15:00Z")
                .with(1, CUP)
                .paidByCard();
        sell(cup);
        sell(aSale().in("celle")
                .at("2026-01-23T08:45:00Z")
                .knownElsewhereAs("A-1")
                .with(1, CUP)
                .paidByCard());

        UUID returned = UuidV7.next();
        sell(aSale().in("celle")
                .at("2026-01-24T08:45:00Z")
                .bringingBack(1, ESPRESSO, returned, 1)
                .paidByCard());

        assertThat(found("businessDate=2026-01-22")).hasSize(2);
        assertThat(found("returnOf=" + returned)).hasSize(1);
        assertThat(found("returnOf=" + UuidV7.next())).isEmpty();
        assertThat(found("businessDate=2026-01-22&hour=9")).hasSize(1);
        assertThat(found("sku=CUP-01")).hasSize(2);
        assertThat(found("sku=CUP-01&businessDate=2026-01-22")).hasSize(1);
        assertThat(found("tillId=celle-2&receiptNumber=" + cup.receiptNumber())).hasSize(1);
        assertThat(found("customerId=" + customer).getFirst().at("/total").asString())
                .isEqualTo("8.50");
        assertThat(found("externalReference=A-1").getFirst().at("/businessDate").asString())
                .isEqualTo("2026-01-23");
        assertThat(found("cashier=nobody")).isEmpty();
    }

    @Test
    void pagesNeitherSkipNorRepeat() {
        for (int i = 0; i < 25; i++) {
            sell(aSale().in("fulda").with(1, CUP).paidByCard());
        }
        Api cashier = api.as(Token.cashier("fulda"));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = cashier.get("/api/sales?storeId=fulda&limit=10&cursor=" + cursor)
                    .json();
            page.at("/items").forEach(sale -> seen.add(sale.at("/id").asString()));
            cursor = page.at("/nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(cashier.get("/api/sales?storeId=fulda&cursor=nonsense").problem())
                .isEqualTo("malformed-cursor");
    }

    @Test
    void tradingTotalsKeepEveryDecimal() {
        sell(aSale().in("greiz")
                .knownElsewhereAs("536365")
                .with(3, CUP.at("1.2555"))
                .with(-2, ESPRESSO.at("0.00"))
                .paidByCard());
        sell(aSale().in("greiz")
                .knownElsewhereAs("C536379")
                .with(-1, CUP.at("1.2555").named("cup-01"))
                .paidByCard());
        sell(aSale().in("greiz").with(-1, CUP).paidByCard());

        JsonNode totals = api.as(Token.manager("greiz"))
                .get("/api/trading-totals?storeId=greiz")
                .json();

        assertThat(totals.at("/rows").asInt()).isEqualTo(4);
        assertThat(totals.at("/saleDocuments").asInt()).isEqualTo(1);
        assertThat(totals.at("/returnDocuments").asInt()).isEqualTo(2);
        assertThat(totals.at("/salesValue").asString()).isEqualTo("3.7665");
        assertThat(totals.at("/returnsValue").asString()).isEqualTo("-9.7555");
        assertThat(totals.at("/netValue").asString()).isEqualTo("-5.989");
        assertThat(totals.at("/netUnits").asString()).isEqualTo("-1");
        assertThat(totals.at("/stockCodes").asInt()).isEqualTo(3);
        assertThat(totals.at("/chargedTotal").asString()).isEqualTo("-5.99");
        assertThat(api.as(Token.manager("celle"))
                        .get("/api/trading-totals?storeId=greiz")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aGapIsWhatIsMissingRightNow() {
        Shops.open(api, "halle");
        for (int number : new int[] {1, 2, 5, 9, 9}) {
            sell(aSale().in("halle").numbered(number).with(1, CUP).paidByCard());
        }
        Api cashier = api.as(Token.cashier("halle"));
        assertThat(cashier.get("/api/tills/halle-1/receipt-gaps")
                        .json()
                        .at("/items")
                        .toString())
                .isEqualTo("[{\"from\":3,\"to\":4},{\"from\":6,\"to\":8}]");

        sell(aSale().in("halle").numbered(4).with(1, CUP).paidByCard());
        sell(aSale().in("halle").numbered(3).with(1, CUP).paidByCard());

        assertThat(cashier.get("/api/tills/halle-1/receipt-gaps").json().at("/items"))
                .hasSize(1);
        assertThat(api.as(Token.cashier("celle"))
                        .get("/api/tills/halle-1/receipt-gaps")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void eachDeviceOfATillNumbersForItself() {
        Shops.open(api, "zerbst");
        for (int number : new int[] {1, 2, 2_000_000_001, 2_000_000_003}) {
            sell(aSale().in("zerbst").numbered(number).with(1, CUP).paidByCard());
        }
        Api cashier = api.as(Token.cashier("zerbst"));
        assertThat(cashier.get("/api/tills/zerbst-1/receipt-gaps")
                        .json()
                        .at("/items")
                        .toString())
                .isEqualTo("[{\"from\":2000000002,\"to\":2000000002}]");
        assertThat(cashier.get("/api/sales?storeId=zerbst&tillId=zerbst-1&receiptNumber=2000000001")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void aTillGoesOnAfterItsHighestReceiptNumber() {
        Shops.open(api, "zossen");
        Api cashier = api.as(Token.cashier("zossen"));
        String lastReceipt = "/api/tills/zossen-1/last-receipt";
        assertThat(cashier.get(lastReceipt).at("/receiptNumber")).isEqualTo("0");

        sell(aSale().in("zossen").numbered(1207).with(1, CUP).paidByCard());
        sell(aSale().in("zossen").numbered(3).with(1, CUP).paidByCard());

        assertThat(cashier.get(lastReceipt).at("/receiptNumber")).isEqualTo("1207");
        assertThat(api.as(Token.cashier("celle")).get(lastReceipt).status()).isEqualTo(404);
    }

    private void sell(SaleDocument sale) {
        Api.Answer answer = api.as(Token.cashier(sale.storeId())).put(anyPath(), sale);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private List<JsonNode> found(String filter) {
        return api.as(Token.cashier("celle"))
                .get("/api/sales?storeId=celle&" + filter)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }
}
