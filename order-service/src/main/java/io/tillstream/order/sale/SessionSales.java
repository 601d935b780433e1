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
            select count(*) filter (where document_type in ('SALE', 'EXCHANGE')) as sales,
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

    private static final String FOREIGN = """
            select tender.foreign_currency as currency, count(*) as count, sum(tender.foreign_amount) as amount,
                   sum(tender.amount) as worth
            from sale join tender on tender.sale_id = sale.id
            where sale.till_session_id = ? and tender.foreign_currency is not null
            group by tender.foreign_currency order by tender.foreign_currency
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
        List<ForeignTotal> foreign = jdbc.sql(FOREIGN)
                .param(tillSessionId)
                .query((row, number) -> new ForeignTotal(
                        row.getString("currency"),
                        row.getLong("count"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("worth")))
                .list();
        return jdbc.sql(DOCUMENTS)
                .param(tillSessionId)
                .query((row, number) -> new Totals(
                        row.getLong("sales"), row.getLong("returns"), row.getBigDecimal("change"), tenders, foreign))
                .single();
    }

    /** All tenders of one type in a session. */
    public record TenderTotal(TenderType type, BigDecimal amount) {}

    /**
     * The cash of one foreign currency in a session.
     *
     * @param amount in that currency
     * @param worth in the session's
     */
    public record ForeignTotal(String currency, long count, BigDecimal amount, BigDecimal worth) {}

    /** Documents, change given and tenders of a session; an exchange counts as a sale. */
    public record Totals(
            long sales, long returns, BigDecimal change, List<TenderTotal> tenders, List<ForeignTotal> foreign) {

        /** Cash of the session's own currency that stayed in the drawer: change is always given in it. */
        public BigDecimal cash() {
            return tenders.stream()
                    .filter(tender -> tender.type() == TenderType.CASH)
                    .map(TenderTotal::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .subtract(change)
                    .subtract(foreign.stream().map(ForeignTotal::worth).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
