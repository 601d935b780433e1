package io.tillstream.order.till;

import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.anyPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class VoidedBasketTest {

    private static final String NOW = Instant.now().plusSeconds(60).toString();

    private final Api api;
    private final Api cashier;
    private final Api manager;
    private final UUID session = UuidV7.next();
    private final String path = "/api/till-sessions/" + session;

    VoidedBasketTest(Api api) {
        this.api = api;
        this.cashier = api.as(Token.cashier("lemgo"));
        this.manager = api.as(Token.manager("lemgo"));
    }

    @BeforeEach
    void openTill() {
        Shops.open(api, "lemgo");
        cashier.put(path, """
                {"tillId": "lemgo-1", "storeId": "lemgo", "openingFloat": "100.00", "currency": "EUR",
                 "businessDate": "2026-01-22", "openedAt": "2026-01-22T07:55:00Z"}
                """);
    }

    @Test
    void aVoidIsStoredOnceAndCountsInTheReportButInNoOtherFigure() {
        cashier.put(
                anyPath(), aSale().in("lemgo").during(session).with(1, ESPRESSO).paidInCash("4.99"));
        String voided = path + "/voids/" + UuidV7.next();

        assertThat(cashier.put(voided, basket("9.98", "9.98", "", "")).status()).isEqualTo(201);
        Api.Answer again = cashier.put(voided, basket("9.98", "9.98", "", ""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/total")).isEqualTo("9.98");
        assertThat(cashier.put(voided, basket("4.99", "4.99", "", "")).problem())
                .isEqualTo("already-stored-differently");

        Api.Answer report = manager.get(path + "/report");
        assertThat(report.at("/figures/voids")).isEqualTo("1");
        assertThat(report.at("/figures/voided")).isEqualTo("9.98");
        assertThat(report.at("/figures/total")).isEqualTo("4.99");
        assertThat(report.at("/figures/expectedCash")).isEqualTo("104.99");
        assertThat(report.at("/voidedBaskets/0/voidedByName")).isEqualTo("Clara");
        close();
    }

    @Test
    void whatIsToldAfterTheClosingLeavesTheZReportAsItWas() {
        close();
        cashier.put(path + "/voids/" + UuidV7.next(), basket("9.98", "9.98", "", ""));

        Api.Answer report = manager.get(path + "/report");
        assertThat(report.at("/figures/voids")).isEqualTo("0");
        assertThat(report.at("/corrected/voids")).isEqualTo("1");
        assertThat(report.at("/voidedBaskets/0/late")).isEqualTo("true");
    }

    @Test
    void aVoidAfterMoneyWasTakenNeedsAnApprovalWhereThePolicySaysSo() {
        String taken = """
                {"type": "CARD", "amount": "9.98", "paymentId": "%s"}""".formatted(UuidV7.next());
        manager.put("/api/approval-policies/" + UuidV7.next(), """
                {"storeId": "lemgo", "name": "Lemgo", "active": true, "lockAfterMinutes": null, "rules": [
                 {"action": "VOID_AFTER_TENDER", "above": null, "alone": ["SHIFT_LEAD"], "approvers": ["SHIFT_LEAD"]}]}""");
        String approval = """
                , "approvals": [{"action": "VOID_AFTER_TENDER", "approverId": "lea", "approverName": "Lea", "how": "PIN",
                 "at": "%s", "difference": "9.98"}]""".formatted(NOW);
        UUID lacking = UuidV7.next();
        UUID approved = UuidV7.next();
        UUID untouched = UuidV7.next();
        cashier.put(path + "/voids/" + lacking, basket("9.98", "9.98", taken, ""));
        cashier.put(path + "/voids/" + untouched, basket("9.98", "9.98", "", ""));
        Api.Answer known = cashier.put(path + "/voids/" + approved, basket("9.98", "9.98", taken, approval));
        assertThat(known.at("/taken")).isEqualTo("9.98");

        assertThat(manager.get("/api/tasks?storeId=lemgo").json().at("/items"))
                .anyMatch(task -> task.at("/subject").asString().equals(lacking.toString())
                        && task.at("/detail").asString().startsWith("A void after money was taken (9.98) needed"))
                .noneMatch(task -> task.at("/subject").asString().equals(untouched.toString()));
        assertThat(manager.get("/api/approvals?storeId=lemgo&approver=lea")
                        .json()
                        .at("/items"))
                .anyMatch(row -> row.at("/documentId").asString().equals(approved.toString())
                        && row.at("/documentKind").asString().equals("VOID")
                        && row.at("/cashierName").asString().equals("Clara"));
        close();
    }

    @Test
    void whatCannotBeTrueIsRefusedInWords() {
        String voided = path + "/voids/" + UuidV7.next();
        assertThat(cashier.put(voided, basket("9.98", "9.99", "", "")).problem())
                .isEqualTo("void-does-not-add-up");
        assertThat(cashier.put(voided, basket("9.98", "9.98", "{\"type\": \"CASH\", \"amount\": \"-1\"}", ""))
                        .status())
                .isEqualTo(400);
        assertThat(api.as(Token.cashier("koeln"))
                        .put(voided, basket("9.98", "9.98", "", ""))
                        .problem())
                .isEqualTo("not-your-store");
        close();
    }

    private static String basket(String line, String total, String tenders, String more) {
        return """
                {"saleId": "01980000-0000-7000-8000-000000000001", "voidedAt": "%s", "total": "%s", "tenders": [%s],
                 "doneBy": {"id": "clara", "name": "Clara"}%s,
                 "lines": [{"sku": "ESP-250", "name": "Espresso 250 g", "quantity": "2", "unitPrice": "4.99", "amount": "%s"}]}
                """.formatted(NOW, total, tenders, more, line);
    }

    private void close() {
        cashier.put(path + "/closing", "{\"countedCash\": \"100.00\", \"closedAt\": \"2026-01-22T19:05:00Z\"}");
    }
}
