package io.tillstream.order.layaway;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.layaway.Layaway.Movement;
import io.tillstream.order.layaway.Layaway.State;
import io.tillstream.order.sale.Deposit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is set aside from the documents that name it; two statements for any number of them. */
@Component
class Layaways {

    private static final String FIRST = """
            select s.*, fact.balance, fact.collected
            from (select store_id, layaway_id, sum(deposit_amount) as balance, bool_or(deposit_kind = 'APPLIED') as collected
                  from sale where layaway_id is not null and %s
                  group by store_id, layaway_id) fact
            join sale s on s.store_id = fact.store_id and s.layaway_id = fact.layaway_id and s.deposit -> 'setAside' is not null
            where %s
            order by s.occurred_at desc, s.id limit :limit
            """;

    private static final String OPEN = FIRST.formatted("store_id = :store", "fact.balance > 0");

    /** A receipt number is that of a device's series: 17 finds 17 of each. */
    private static final String NAMED = FIRST.formatted("store_id = :store", """
            s.deposit -> 'setAside' ->> 'name' ilike :name
            or exists (select from sale d where d.store_id = s.store_id and d.layaway_id = s.layaway_id
                       and d.receipt_number % 1000000000 = :number)
            """);

    private static final String ONE = FIRST.formatted("layaway_id = :id", "true");

    private static final String DOCUMENTS = """
            select * from sale where store_id = any(?) and layaway_id = any(?) order by occurred_at, receipt_number, id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Layaways(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that a deposit is left of, the newest first. */
    List<Layaway> open(String storeId, int most) {
        return withDocuments(jdbc.sql(OPEN)
                .param("store", storeId)
                .param("limit", most)
                .query((row, number) -> first(row))
                .list());
    }

    /** Whatever became of them. */
    List<Layaway> named(String storeId, String text, int most) {
        return withDocuments(jdbc.sql(NAMED)
                .param("store", storeId)
                .param("name", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("number", text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1)
                .param("limit", most)
                .query((row, number) -> first(row))
                .list());
    }

    /** One in each store that names it, which is one. */
    List<Layaway> find(UUID id) {
        return withDocuments(jdbc.sql(ONE)
                .param("id", id)
                .param("limit", 2)
                .query((row, number) -> first(row))
                .list());
    }

    private List<Layaway> withDocuments(List<Layaway> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<UUID, List<Movement>> documents = jdbc
                .sql(DOCUMENTS)
                .param(found.stream().map(Layaway::storeId).distinct().toArray(String[]::new))
                .param(found.stream().map(Layaway::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("layaway_id", UUID.class), movement(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return found.stream()
                .map(each -> new Layaway(
                        each.id(),
                        each.state(),
                        each.storeId(),
                        each.saleId(),
                        each.customerId(),
                        each.currency(),
                        each.agreedTotal(),
                        each.balance(),
                        each.goods(),
                        documents.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Layaway first(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Deposit deposit = deposit(row);
        return new Layaway(
                deposit.layawayId(),
                State.of(row.getBigDecimal("balance"), row.getBoolean("collected")),
                row.getString("store_id"),
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                currency,
                Amounts.written(deposit.agreedTotal(), currency),
                Amounts.written(row.getBigDecimal("balance"), currency),
                Objects.requireNonNull(deposit.setAside()),
                List.of());
    }

    private Movement movement(ResultSet row) throws SQLException {
        Deposit deposit = deposit(row);
        String person = row.getString("rung_up_by_name");
        return new Movement(
                row.getObject("id", UUID.class),
                deposit.kind(),
                Amounts.written(deposit.amount(), row.getString("currency")),
                row.getString("till_id"),
                row.getLong("receipt_number"),
                row.getTimestamp("occurred_at").toInstant(),
                person == null ? row.getString("cashier_name") : person,
                deposit.reason());
    }

    private Deposit deposit(ResultSet row) throws SQLException {
        return json.readValue(row.getString("deposit"), Deposit.class);
    }
}
