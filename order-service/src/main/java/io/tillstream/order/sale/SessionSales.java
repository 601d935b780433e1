package io.tillstream.order.sale;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was sold in a till session: the side of the count that the drawer is compared with. */
@Component
public class SessionSales {

    private static final String DOCUMENTS = """
            select count(*) filter (where document_type <> 'RETURN') as sales,
                   count(*) filter (where document_type = 'RETURN') as returns,
                   coalesce(sum(change), 0) as change
            from sale where till_session_id = ?
            """;

    private static final String TENDERS = """
            select tender.type, sum(tender.amount) as amount
            from sale join tender on tender.sale_id = sale.id
            where sale.till_session_id = ?
            group by tender.type order by tender.type
            """;

    private final JdbcClient jdbc;

    SessionSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Totals of(UUID tillSessionId) {
        List<TenderTotal> tenders = jdbc.sql(TENDERS)
                .param(tillSessionId)
                .query((row, number) ->
                        new TenderTotal(TenderType.valueOf(row.getString("type")), row.getBigDecimal("amount")))
                .list();
        return jdbc.sql(DOCUMENTS)
                .param(tillSessionId)
                .query((row, number) ->
                        new Totals(row.getLong("sales"), row.getLong("returns"), row.getBigDecimal("change"), tenders))
                .single();
    }

    /** All tenders of one type in a session. */
    public record TenderTotal(TenderType type, BigDecimal amount) {}

    /** Documents, change given and tenders of a session; an exchange counts as a sale. */
    public record Totals(long sales, long returns, BigDecimal change, List<TenderTotal> tenders) {

        /** Cash that stayed in the drawer: change is always given in cash. */
        public BigDecimal cash() {
            return tenders.stream()
                    .filter(tender -> tender.type() == TenderType.CASH)
                    .map(TenderTotal::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .subtract(change);
        }
    }
}
