package io.tillstream.order.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.id.UuidV7;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.Token;

/** Policies that tests sell under. */
public final class Policies {

    private Policies() {}

    /** Above 10 % off a line a shift lead, above 30 % a store manager; any return without receipt a store manager. */
    public static void hold(Api api, String store) {
        Api.Answer kept = api.as(Token.manager(store)).put("/api/approval-policies/" + UuidV7.next(), usual(store));
        assertThat(kept.status()).as(kept.toString()).isEqualTo(201);
    }

    public static String usual(String store) {
        return """
                {"storeId": "%s", "name": "Usual", "active": true, "lockAfterMinutes": 10, "rules": %s}""".formatted(store, USUAL_RULES);
    }

    public static final String USUAL_RULES = """
            [{"action": "LINE_DISCOUNT", "above": {"percent": "10"}, "alone": ["SHIFT_LEAD", "STORE_MANAGER"],
              "approvers": ["SHIFT_LEAD", "STORE_MANAGER"]},
             {"action": "LINE_DISCOUNT", "above": {"percent": "30"}, "alone": ["STORE_MANAGER"], "approvers": ["STORE_MANAGER"]},
             {"action": "RETURN_WITHOUT_RECEIPT", "above": null, "alone": ["STORE_MANAGER"], "approvers": ["STORE_MANAGER"]}]""";
}
