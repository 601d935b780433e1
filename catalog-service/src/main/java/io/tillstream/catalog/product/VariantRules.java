package io.tillstream.catalog.product;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A variant has one value of each of its family's options, and no other active variant has the same. */
@Component
class VariantRules {
    private static final String NOT_VALID = "variant-not-valid";

    private static final String TWIN = """
            select product.name || ' (SKU ' || product.sku || ')' from product
            where product.family_id = :family and product.id <> :id and product.status = 'ACTIVE'
              and (select array_agg(name || '=' || option_value order by name collate "C")
                   from product_option where product_id = product.id) = :options::text[]
            limit 1
            """;

    private final JdbcClient jdbc;

    VariantRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(UUID id, ProductFacts facts) {
        UUID familyId = facts.familyId();
        if (familyId == null) {
            if (!facts.optionValues().isEmpty()) {
                throw new ProductNotValid(NOT_VALID, "/options", "Only variants of a family have options.");
            }
            return;
        }
        mustFit(facts, options(familyId));
        if (facts.status() == Status.ACTIVE) {
            mustBeTheOnlyOne(id, familyId, facts.optionValues());
        }
    }

    /** The family's options with their values; two variants of one family are stored one after the other. */
    private Map<String, List<String>> options(UUID familyId) {
        Optional<UUID> known = jdbc.sql("select id from product_family where id = :id for update")
                .param("id", familyId)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
        if (known.isEmpty()) {
            throw new ProductNotValid(NOT_VALID, "/familyId", "There is no product family " + familyId + ".");
        }
        Map<String, List<String>> options = new TreeMap<>();
        jdbc.sql("select name, option_values from product_family_option where family_id = :id")
                .param("id", familyId)
                .query(row -> {
                    options.put(
                            row.getString(1), List.of((String[]) row.getArray(2).getArray()));
                });
        return options;
    }

    private static void mustFit(ProductFacts facts, Map<String, List<String>> options) {
        Map<String, String> given = facts.optionValues();
        options.forEach((name, values) -> {
            String value = given.get(name);
            if (value == null || !values.contains(value)) {
                throw new ProductNotValid(
                        NOT_VALID,
                        "/options",
                        "The family's option " + name + " takes one of " + String.join(", ", values)
                                + (value == null ? "." : ", not " + value + "."));
            }
        });
        given.keySet().stream()
                .filter(name -> !options.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProductNotValid(NOT_VALID, "/options", "The family has no option " + name + ".");
                });
    }

    private void mustBeTheOnlyOne(UUID id, UUID familyId, Map<String, String> options) {
        String[] sorted = new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .toArray(String[]::new);
        jdbc.sql(TWIN)
                .param("family", familyId)
                .param("id", id)
                .param("options", sorted)
                .query(String.class)
                .optional()
                .ifPresent(twin -> {
                    throw new ProductNotValid(
                            NOT_VALID,
                            "/options",
                            twin + " is the variant with these options already. Change one of the two.");
                });
    }
}
