package io.tillstream.order.pricing;

import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the kernel's values as contracts/pricing has them: decimals as text, what is usual left out. */
final class PricingJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final JsonNode DEFAULTS = MAPPER.readTree("""
            {"book": {"minorDigits": 2, "taxMode": "INCLUSIVE", "taxRounding": "GROUP", "roundingMode": "HALF_UP",
                      "stores": [], "taxCategories": [], "products": [], "priceLists": [], "promotions": []},
             "cashRounding": {"mode": "HALF_UP"},
             "stores": {"jurisdictions": []},
             "taxCategories": {"components": []},
             "components": {"rates": []},
             "products": {"categories": []},
             "priceLists": {"name": "", "stores": [], "customerGroups": [], "prices": []},
             "prices": {"minimumQuantity": "0"},
             "promotions": {"name": "", "window": {}, "stores": [], "customerGroups": [], "target": {}, "parts": []},
             "window": {"weekdays": []},
             "parts": {"target": {}},
             "target": {"products": [], "categories": [], "exceptProducts": []},
             "basket": {"coupons": [], "lines": []},
             "original": {"sold": {}, "returned": {}},
             "sold": {"quantity": "0", "base": "0", "amount": "0", "gross": "0", "taxes": []},
             "returned": {"quantity": "0", "base": "0", "amount": "0", "gross": "0", "taxes": []}}
            """);

    private PricingJson() {}

    /** What the kernel answers to an input, as JSON. */
    static JsonNode price(JsonNode book, JsonNode basket) {
        ObjectNode answer = MAPPER.createObjectNode();
        try {
            PriceBook read = readBook(book);
            return write(new PricingKernel(read).price(readBasket(basket)), read.minorDigits());
        } catch (PricingFailure failure) {
            answer.putObject("failure").put("code", failure.code().name()).put("subject", failure.subject());
            return answer;
        }
    }

    static PriceBook readBook(JsonNode book) {
        return MAPPER.treeToValue(completed("book", book), PriceBook.class);
    }

    static BasketToPrice readBasket(JsonNode basket) {
        return MAPPER.treeToValue(completed("basket", basket), BasketToPrice.class);
    }

    static JsonNode write(PricedBasket priced, int minorDigits) {
        return moneyAsText("", MAPPER.valueToTree(priced), minorDigits);
    }

    /** A copy with the usual values where something was left out; the name of a field says what it holds. */
    private static JsonNode completed(String name, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = MAPPER.createObjectNode();
                DEFAULTS.path(name).properties().forEach(usual -> copy.set(usual.getKey(), usual.getValue()));
                object.properties().forEach(given -> copy.set(given.getKey(), given.getValue()));
                for (Map.Entry<String, JsonNode> field : copy.properties()) {
                    field.setValue(completed(field.getKey(), field.getValue()));
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = MAPPER.createArrayNode();
                array.forEach(each -> copy.add(completed(name, each)));
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode moneyAsText(String name, JsonNode node, int minorDigits) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(moneyAsText(field.getKey(), field.getValue(), minorDigits));
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(each -> moneyAsText(name, each, minorDigits));
        } else if (node.isNumber() && !name.equals("uses")) {
            return MAPPER.getNodeFactory()
                    .stringNode(Decimals.text(node.decimalValue(), name.equals("rate") ? 0 : minorDigits));
        }
        return node;
    }
}
