package io.tillstream.order.approval;

import static io.tillstream.order.approval.Policies.usual;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import org.junit.jupiter.api.Test;

@ServiceTest
class ApprovalPolicyTest {

    private final Api api;
    private final String path = "/api/approval-policies/" + UuidV7.next();

    ApprovalPolicyTest(Api api) {
        this.api = api;
    }

    @Test
    void everyVersionOfAPolicyIsKept() {
        Api manager = api.as(Token.manager("bonn"));
        String stricter = usual("bonn").replace("\"10\"", "\"5\"");

        assertThat(manager.put(path, usual("bonn")).header("ETag")).isEqualTo("\"0\"");
        assertThat(manager.put(path, usual("bonn")).status()).isEqualTo(200);
        assertThat(manager.put(path, stricter).problem()).isEqualTo("stale");
        assertThat(manager.with("If-Match", "\"0\"").put(path, stricter).at("/version"))
                .isEqualTo("1");
        assertThat(manager.with("If-Match", "\"0\"").put(path, usual("bonn")).problem())
                .isEqualTo("stale");

        Api cashier = api.as(Token.cashier("bonn"));
        assertThat(cashier.get("/api/approval-policies?storeId=bonn").at("/items/0/terms/rules/0/above/percent"))
                .isEqualTo("5");
        assertThat(cashier.get(path + "/versions")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(version ->
                                version.at("/terms/rules/0/above/percent").asString())
                        .toList())
                .containsExactly("5", "10");
    }

    @Test
    void onlyTheStoresOwnManagerDecidesAndOnePolicyHoldsInIt() {
        assertThat(api.as(Token.manager("kiel")).put(path, usual("trier")).problem())
                .isEqualTo("not-your-store");
        assertThat(api.as(Token.cashier("kiel")).put(path, usual("kiel")).problem())
                .isEqualTo("role-required");
        assertThat(api.as(Token.manager("kiel"))
                        .put(path, usual("kiel").replace("\"kiel\"", "null"))
                        .problem())
                .isEqualTo("not-your-store");
        Policies.hold(api, "kiel");
        assertThat(api.as(Token.manager("kiel")).put(path, usual("kiel")).problem())
                .isEqualTo("store-has-approval-policy");
        assertThat(api.as(Token.cashier("trier"))
                        .get("/api/approval-policies?storeId=kiel")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void rulesThatNoTillCouldFollowAreRefused() {
        Api manager = api.as(Token.manager("celle"));
        assertThat(manager.put(path, usual("celle").replace("[\"STORE_MANAGER\"]", "[\"SUPPLIER\"]"))
                        .problem())
                .isEqualTo("approval-policy-not-valid");
        assertThat(manager.put(path, usual("celle").replace("\"30\"", "\"10\"")).at("/errors/0/pointer"))
                .isEqualTo("/rules/1");
        assertThat(manager.put(path, usual("celle").replace("\"30\"", "\"101\""))
                        .at("/errors/0/pointer"))
                .isEqualTo("/rules/1/above/percent");
        assertThat(manager.put(path, usual("celle").replace("{\"percent\": \"30\"}", "{}"))
                        .status())
                .isEqualTo(400);
    }
}
