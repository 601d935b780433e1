package io.tillstream.order.salvage;

import static io.tillstream.order.sale.Product.ESPRESSO;
import static io.tillstream.order.sale.SaleFixture.aSale;
import static io.tillstream.order.sale.SaleFixture.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class SalvageTest {

    private final Api api;
    private final JdbcClient jdbc;
    private final Api manager;
    private final UUID id = UuidV7.next();
    private final String path = "/api/salvages/" + id;

    SalvageTest(Api api, JdbcClient jdbc) {
        this.api = api;
        this.jdbc = jdbc;
        this.manager = api.as(Token.manager("suhl"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "suhl");
    }

    @Test
    void whoBroughtInWhatOfWhichDeviceIsOnRecordWithWhatBecameOfIt() {
        Api.Answer begun = manager.put(path, told("suhl", 12));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        assertThat(begun.at("/byName")).isNotBlank();
        assertThat(begun.json().at("/outcome").isNull()).isTrue();
        assertThat(manager.put(path, told("suhl", 12)).status()).isEqualTo(200);
        assertThat(manager.put(path, told("suhl", 13)).problem()).isEqualTo("already-stored-differently");

        Api.Answer ended = manager.put(path + "/outcome", outcome(11));
        assertThat(ended.status()).as(ended.toString()).isEqualTo(201);
        assertThat(manager.put(path + "/outcome", outcome(11)).status()).isEqualTo(200);
        assertThat(manager.put(path + "/outcome", outcome(10)).status()).isEqualTo(409);

        Api.Answer listed = api.as(Token.of(Role.AUDITOR, "suhl")).get("/api/salvages?storeId=suhl");
        assertThat(listed.at("/items/0/id")).isEqualTo(id.toString());
        assertThat(listed.at("/items/0/by")).isEqualTo(begun.at("/by"));
        assertThat(listed.at("/items/0/tillIds/0")).isEqualTo("suhl-1");
        assertThat(listed.at("/items/0/outcome/told/refused/0/why")).isEqualTo("Does not add up.");
    }

    @Test
    void onlyLeadsOfTheStoreBringInAnything() {
        assertThat(api.as(Token.cashier("suhl")).put(path, told("suhl", 1)).status())
                .isEqualTo(403);
        Api stranger = api.as(Token.manager("jena"));
        assertThat(stranger.put(path, told("suhl", 1)).problem()).isEqualTo("not-your-store");
        assertThat(stranger.get("/api/salvages?storeId=suhl").status()).isEqualTo(404);
        assertThat(stranger.post("/api/salvages/comparisons", comparison("SALE", id))
                        .status())
                .isEqualTo(404);
        manager.put(path, told("suhl", 1));
        assertThat(stranger.put(path + "/outcome", outcome(1)).status()).isEqualTo(404);
    }

    @Test
    void nobodyChangesTheRecordNotEvenTheService() {
        manager.put(path, told("suhl", 1));
        for (String change : List.of(
                "update salvage set begun_by = ''",
                "delete from salvage",
                "update salvage_outcome set outcome = '{}'",
                "delete from salvage_outcome")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void aLeadSendsWhatAnothersTillSoldAndItStandsOnceAsRungUpByThem() {
        UUID sold = UuidV7.next();
        Object sale =
                aSale().in("suhl").rungUpBy("clara", "Clara").with(1, ESPRESSO).paidInCash("4.99");
        assertThat(known("SALE", sold)).isEmpty();

        assertThat(manager.put(pathOf(sold), sale).status()).isEqualTo(201);
        assertThat(api.as(Token.cashier("suhl")).put(pathOf(sold), sale).status())
                .as("the device comes back to life and sends it too")
                .isEqualTo(200);

        assertThat(known("SALE", sold)).containsExactly(sold.toString());
        assertThat(manager.get(pathOf(sold)).at("/rungUpBy/name")).isEqualTo("Clara");
        assertThat(manager.get(pathOf(sold)).at("/cashier"))
                .isEqualTo(manager.put(path, told("suhl", 1)).at("/by"));
    }

    @Test
    void aSessionOfTheDeadDeviceComesAfterThatOfItsSuccessorAndIsClosedWithItsOwnCount() {
        UUID dead = UuidV7.next();
        UUID successor = UuidV7.next();
        UUID paidOut = UuidV7.next();
        assertThat(manager.put(session(successor), opening("2026-01-22T12:00:00Z"))
                        .status())
                .isEqualTo(201);

        Api.Answer late = manager.put(session(dead), opening("2026-01-22T08:00:00Z"));
        assertThat(late.status()).as(late.toString()).isEqualTo(201);
        assertThat(known("TILL_SESSION", dead)).containsExactly(dead.toString());
        assertThat(known("CLOSING", dead)).isEmpty();
        assertThat(manager.put(session(dead) + "/cash-movements/" + paidOut, """
                        {"kind": "PAY_IN", "amount": "5.00", "reason": "OTHER", "note": "float", "movedAt": "2026-01-22T09:00:00Z"}
                        """)
                        .status())
                .isEqualTo(201);
        Api.Answer closed = manager.put(session(dead) + "/closing", """
                {"countedCash": "105.00", "closedAt": "2026-01-22T11:50:00Z"}
                """);
        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(closed.at("/difference")).isEqualTo("0.00");
        assertThat(known("CLOSING", dead)).containsExactly(dead.toString());
        assertThat(known("CASH_MOVEMENT", paidOut)).containsExactly(paidOut.toString());

        assertThat(manager.get(session(successor)).at("/state"))
                .as("the successor goes on")
                .isEqualTo("OPEN");
        assertThat(manager.put(session(UuidV7.next()), opening("2026-01-22T13:00:00Z"))
                        .problem())
                .isEqualTo("till-session-already-open");
        manager.put(session(successor) + "/closing", """
                {"countedCash": "100.00", "closedAt": "2026-01-22T18:00:00Z"}
                """);
    }

    private List<String> known(String kind, UUID document) {
        Api.Answer answer = manager.post("/api/salvages/comparisons", comparison(kind, document));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().at("/known").findValuesAsString("id");
    }

    private static String comparison(String kind, UUID document) {
        return """
                {"storeId": "suhl", "documents": [{"kind": "%s", "id": "%s"}, {"kind": "%s", "id": "%s"}]}
                """.formatted(kind, document, kind, UuidV7.next());
    }

    private static String session(UUID session) {
        return "/api/till-sessions/" + session;
    }

    private static String opening(String at) {
        return """
                {"tillId": "suhl-2", "storeId": "suhl", "openingFloat": "100.00", "currency": "EUR", "businessDate": "2026-01-22",
                 "openedAt": "%s"}
                """.formatted(at);
    }

    private static String told(String store, int documents) {
        return """
                {"storeId": "%s", "source": "FILE", "deviceId": "01920000-0000-7000-8000-000000000001", "tillIds": ["suhl-1"],
                 "digest": "%s", "exportedAt": "2026-01-22T12:00:00Z", "documents": %d, "entries": 12}
                """.formatted(store, "ab".repeat(32), documents);
    }

    private static String outcome(int stored) {
        return """
                {"stored": %d, "known": 0, "refusedInAll": 1, "leftOut": 0, "entriesTaken": 12,
                 "refused": [{"kind": "SALE", "id": "01920000-0000-7000-8000-000000000002", "why": "Does not add up."}]}
                """.formatted(stored);
    }
}
