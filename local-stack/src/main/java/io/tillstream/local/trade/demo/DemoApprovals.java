package io.tillstream.local.trade.demo;

import io.tillstream.local.trade.Api;
import io.tillstream.local.trade.StableId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What needs an approval in the demo shop: what shops usually ask for. Nothing it did in its past is held against anybody. */
final class DemoApprovals {

    private static final List<String> LEADS = List.of("SHIFT_LEAD", "STORE_MANAGER");
    private static final List<String> MANAGERS = List.of("STORE_MANAGER");

    private final Api api;

    DemoApprovals(Api api) {
        this.api = api;
    }

    /** Body of {@code PUT /api/approval-policies/{id}}. */
    record Terms(String storeId, String name, boolean active, int lockAfterMinutes, List<Rule> rules) {}

    record Rule(String action, @Nullable Map<String, String> above, List<String> alone, List<String> approvers) {}

    /** Adds the policies that are missing; those that are there stay as somebody may have changed them. */
    void make() {
        for (DemoTill.Shop shop : DemoTill.SHOPS) {
            String path = "/api/approval-policies/" + StableId.of(DemoShop.FOUNDED, "demo", "approvals", shop.id());
            boolean decided = api.get("/api/approval-policies?storeId=" + shop.id())
                            .body()
                            .path("items")
                            .size()
                    > 0;
            if (!decided) {
                api.put(path, usual(shop)).orThrow("The approval policy of " + shop.id());
            }
        }
    }

    private static Terms usual(DemoTill.Shop shop) {
        return new Terms(
                shop.id(),
                "Usual approvals",
                true,
                15,
                List.of(
                        new Rule("LINE_DISCOUNT", Map.of("percent", "20"), LEADS, LEADS),
                        new Rule("LINE_DISCOUNT", Map.of("percent", "50"), MANAGERS, MANAGERS),
                        new Rule("BASKET_DISCOUNT", Map.of("percent", "15"), LEADS, LEADS),
                        new Rule("PRICE_OVERRIDE", Map.of("percent", "20"), LEADS, LEADS),
                        new Rule("OPEN_ITEM", Map.of("amount", "50"), LEADS, LEADS),
                        new Rule("VOID_AFTER_TENDER", null, LEADS, LEADS),
                        new Rule("RETURN", Map.of("amount", "50"), LEADS, LEADS),
                        new Rule("RETURN_WITHOUT_RECEIPT", null, LEADS, LEADS),
                        new Rule("PAY_OUT", Map.of("amount", "50"), LEADS, LEADS),
                        new Rule("CASH_DIFFERENCE", Map.of("amount", "20"), LEADS, LEADS)));
    }
}
