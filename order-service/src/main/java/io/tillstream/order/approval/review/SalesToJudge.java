package io.tillstream.order.approval.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.tillstream.order.sale.Deposit;
import io.tillstream.order.sale.GivenApproval;
import io.tillstream.order.sale.SaleLine;
import io.tillstream.order.sale.SaleLineRow;
import io.tillstream.order.sale.SalePricing;
import io.tillstream.order.sale.SetAside;
import io.tillstream.platform.security.Role;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the sales that hold something a policy may speak about; most do not, and of those nothing more is read. */
@Component
class SalesToJudge {

    private static final TypeReference<List<GivenApproval>> APPROVALS = new TypeReference<>() {};

    /** Roles of whoever came to the till by PIN are those of their own token; of who never set one nothing is known. */
    private static final String HEADS = """
            select s.*, coalesce(s.rung_up_by, s.cashier) as at_till, coalesce(s.rung_up_by_name, s.cashier_name) as at_till_name,
                   case when s.rung_up_by is null or s.rung_up_by = s.cashier then s.cashier_roles
                        else (select array_to_string(m.roles, ' ') from staff_member m where m.id = s.rung_up_by) end as roles,
                   coalesce((select -sum(back.amount)
                             from tender back
                             join tender paid on paid.sale_id = back.refund_of_sale_id and paid.tender_no = back.refund_of_tender_no
                             where back.sale_id = s.id and back.type = 'CASH' and back.amount < 0 and paid.type <> 'CASH'),
                            0) as refunded_in_cash
            from sale s
            where s.external_reference is null
              and (s.approvals is not null or s.document_type <> 'SALE' or s.pricing -> 'basketDiscount' is not null
                   or exists (select from jsonb_array_elements(s.pricing -> 'lines') as line
                              where line -> 'discount' is not null or line ->> 'price' in ('OVERRIDE', 'OPEN')))
            """;

    private static final String AMONG = HEADS + " and s.id = any(?)";

    private static final String IN_PERIOD = HEADS + """
             and s.store_id = ? and s.business_date between ? and ? order by s.business_date desc, s.occurred_at desc, s.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SaleLineRow line;

    SalesToJudge(JdbcClient jdbc, JsonMapper json, SaleLineRow line) {
        this.jdbc = jdbc;
        this.json = json;
        this.line = line;
    }

    List<SaleToJudge> among(Collection<UUID> sales) {
        UUID[] ids = sales.toArray(UUID[]::new);
        return withLines(
                jdbc.sql(AMONG).param(ids).query((row, number) -> head(row)).list());
    }

    /** The latest first. */
    List<SaleToJudge> inPeriod(String storeId, LocalDate from, LocalDate to) {
        return withLines(jdbc.sql(IN_PERIOD)
                .params(storeId, from, to)
                .query((row, number) -> head(row))
                .list());
    }

    private List<SaleToJudge> withLines(List<SaleToJudge> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        UUID[] ids = heads.stream().map(SaleToJudge::id).toArray(UUID[]::new);
        Map<UUID, List<SaleLine>> lines = jdbc
                .sql("select * from sale_line where sale_id = any(?) order by sale_id, line_no")
                .param(ids)
                .query((row, number) -> Map.entry(row.getObject("sale_id", UUID.class), line.read(row)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return heads.stream()
                .map(head -> head.with(lines.getOrDefault(head.id(), head.lines())))
                .toList();
    }

    private SaleToJudge head(ResultSet row) throws SQLException {
        String pricing = row.getString("pricing");
        String approvals = row.getString("approvals");
        String stored = row.getString("deposit");
        Deposit deposit = stored == null ? null : json.readValue(stored, Deposit.class);
        SetAside goods = deposit == null ? null : deposit.setAside();
        return new SaleToJudge(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                row.getString("till_id"),
                row.getLong("receipt_number"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("currency"),
                row.getBigDecimal("total"),
                row.getString("at_till"),
                row.getString("at_till_name"),
                roles(row.getString("roles")),
                goods != null ? goods.pricing() : pricing == null ? null : json.readValue(pricing, SalePricing.class),
                approvals == null ? List.of() : json.readValue(approvals, APPROVALS),
                row.getBigDecimal("refunded_in_cash"),
                deposit != null && deposit.kind() == Deposit.Kind.REFUNDED
                        ? deposit.amount().negate()
                        : BigDecimal.ZERO,
                goods == null ? List.of() : goods.lines());
    }

    private static Set<Role> roles(@Nullable String names) {
        if (names == null || names.isEmpty()) {
            return Set.of(Role.CASHIER);
        }
        return Arrays.stream(names.split(" ", -1))
                .map(Role::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
