package io.tillstream.order.tillreport;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.Deposit;
import io.tillstream.order.tillreport.SessionFigures.CashierTotal;
import io.tillstream.order.tillreport.SessionFigures.DepositTotal;
import io.tillstream.order.tillreport.SessionFigures.ForeignTotal;
import io.tillstream.order.tillreport.SessionFigures.TaxTotal;
import io.tillstream.order.tillreport.SessionFigures.TenderTotal;
import io.tillstream.order.tillreport.SessionFigures.TipTotal;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what reached us of a session until an instant: sales, lines, taxes, tenders, movements; nothing is kept. */
@Component
class SessionSums {

    private static final String SOLD = "from sale s where s.till_session_id = :session and s.recorded_at <= :until";

    private static final String CASHIERS = """
            select max(coalesce(s.rung_up_by_name, s.cashier_name)) as name, count(*) filter (where s.document_type in ('SALE', 'EXCHANGE')) as sales,
                   count(*) filter (where s.document_type = 'RETURN') as returns, sum(s.total) as total,
                   sum(coalesce((select sum(t.amount) from tender t
                                 where t.sale_id = s.id and t.type = 'CASH' and t.foreign_currency is null), 0) - s.change) as cash
            %s group by coalesce(s.rung_up_by, s.cashier) order by 1, coalesce(s.rung_up_by, s.cashier)
            """.formatted(SOLD);

    private static final String LINES = """
            select coalesce(sum(l.amount) filter (where l.quantity > 0), 0) as sold,
                   coalesce(sum(l.amount) filter (where l.quantity < 0), 0) as returned,
                   coalesce(sum(l.discount) filter (where l.quantity > 0), 0) as discounts
            from sale_line l where l.sale_id in (select s.id %s)
            """.formatted(SOLD);

    private static final String DOCUMENTS = """
            select coalesce(sum(s.change), 0) as change, coalesce(sum(s.cash_rounding), 0) as rounding %s
            """.formatted(SOLD);

    private static final String TAXES = """
            select share ->> 'category' as category, (share ->> 'rate')::numeric as rate, sum((share ->> 'net')::numeric) as net,
                   sum((share ->> 'tax')::numeric) as tax, sum((share ->> 'gross')::numeric) as gross
            from (select s.taxes %s) sold cross join lateral jsonb_array_elements(sold.taxes) as share
            group by 1, 2 order by 1, 2
            """.formatted(SOLD);

    private static final String TENDERS = """
            select t.type, count(*) as count, sum(t.amount) as amount
            from tender t where t.sale_id in (select s.id %s) group by t.type order by t.type
            """.formatted(SOLD);

    private static final String FOREIGN = """
            select currency, coalesce(count, 0) as count, coalesce(taken.amount, 0) as amount, coalesce(worth, 0) as worth, counted
            from (select t.foreign_currency as currency, count(*) as count, sum(t.foreign_amount) as amount, sum(t.amount) as worth
                  from tender t where t.sale_id in (select s.id %s) and t.foreign_currency is not null
                  group by t.foreign_currency) taken
            full join (select each ->> 'currency' as currency, (each ->> 'counted')::numeric as counted
                       from till_session closed cross join lateral jsonb_array_elements(closed.foreign_cash) as each
                       where closed.id = :session) counted using (currency)
            order by currency
            """.formatted(SOLD);

    private static final String TIPS = """
            select s.tip_to_name as name, count(*) as count, sum(s.tip) as amount
            %s and s.tip is not null group by s.tip_to, s.tip_to_name order by s.tip_to_name, s.tip_to
            """.formatted(SOLD);

    private static final String DEPOSITS = """
            select s.deposit_kind as kind, count(*) as count, sum(s.deposit_amount) as amount
            %s and s.layaway_id is not null group by s.deposit_kind
            order by array_position(array['TAKEN', 'APPLIED', 'REFUNDED'], s.deposit_kind)
            """.formatted(SOLD);

    private static final String MOVED = """
            select coalesce(sum(amount) filter (where kind = 'PAY_IN'), 0) as paid_in,
                   coalesce(sum(amount) filter (where kind = 'PAY_OUT'), 0) as paid_out,
                   coalesce(sum(amount) filter (where kind = 'SKIM'), 0) as skimmed,
                   count(*) filter (where kind = 'NO_SALE') as no_sales
            from cash_movement where till_session_id = :session and recorded_at <= :until
            """;

    private static final String VOIDS = """
            select count(*) as count, coalesce(sum(total), 0) as value
            from voided_basket where till_session_id = :session and recorded_at <= :until
            """;

    private final JdbcClient jdbc;

    SessionSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param countedCash null until somebody has counted */
    SessionFigures of(
            UUID session,
            String currency,
            OffsetDateTime until,
            BigDecimal openingFloat,
            @Nullable BigDecimal countedCash) {
        Reading read = new Reading(session, currency, until);
        List<CashierTotal> cashiers = read.cashiers();
        Lines lines = read.lines();
        Documents documents = read.documents();
        Moved moved = read.moved();
        Voids voids = read.voids();
        BigDecimal cash = cashiers.stream()
                .map(each -> each.cash() == null ? BigDecimal.ZERO : each.cash())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expected = openingFloat.add(cash).add(moved.sum());
        return new SessionFigures(
                cashiers.stream().mapToLong(CashierTotal::sales).sum(),
                cashiers.stream().mapToLong(CashierTotal::returns).sum(),
                read.written(lines.sold()),
                read.written(lines.returned()),
                read.written(lines.sold().add(lines.returned())),
                read.written(lines.discounts()),
                read.written(documents.rounding()),
                read.written(documents.change()),
                read.taxes(),
                read.tenders(),
                read.foreignCash(),
                cashiers,
                read.tips(),
                read.deposits(),
                read.written(moved.paidIn()),
                read.written(moved.paidOut()),
                read.written(moved.skimmed()),
                moved.noSales(),
                voids.count(),
                read.written(voids.value()),
                read.written(openingFloat),
                read.written(expected),
                countedCash == null ? null : read.written(countedCash),
                countedCash == null ? null : read.written(countedCash.subtract(expected)));
    }

    private record Voids(long count, BigDecimal value) {}

    private record Lines(BigDecimal sold, BigDecimal returned, BigDecimal discounts) {}

    private record Documents(BigDecimal change, BigDecimal rounding) {}

    private record Moved(BigDecimal paidIn, BigDecimal paidOut, BigDecimal skimmed, long noSales) {
        BigDecimal sum() {
            return paidIn.subtract(paidOut).subtract(skimmed);
        }
    }

    private final class Reading {

        private final UUID session;
        private final String currency;
        private final OffsetDateTime until;

        Reading(UUID session, String currency, OffsetDateTime until) {
            this.session = session;
            this.currency = currency;
            this.until = until;
        }

        BigDecimal written(BigDecimal amount) {
            return Amounts.written(amount, currency);
        }

        private JdbcClient.StatementSpec ask(String sql) {
            return jdbc.sql(sql).param("session", session).param("until", until);
        }

        List<CashierTotal> cashiers() {
            return ask(CASHIERS)
                    .query((row, number) -> new CashierTotal(
                            row.getString("name"),
                            row.getLong("sales"),
                            row.getLong("returns"),
                            written(row.getBigDecimal("total")),
                            written(row.getBigDecimal("cash"))))
                    .list();
        }

        Lines lines() {
            return ask(LINES).query(Lines.class).single();
        }

        Documents documents() {
            return ask(DOCUMENTS).query(Documents.class).single();
        }

        Moved moved() {
            return ask(MOVED).query(Moved.class).single();
        }

        Voids voids() {
            return ask(VOIDS).query(Voids.class).single();
        }

        List<TaxTotal> taxes() {
            return ask(TAXES)
                    .query((row, number) -> new TaxTotal(
                            row.getString("category"),
                            Amounts.percent(row.getBigDecimal("rate")),
                            written(row.getBigDecimal("net")),
                            written(row.getBigDecimal("tax")),
                            written(row.getBigDecimal("gross"))))
                    .list();
        }

        List<TipTotal> tips() {
            return ask(TIPS)
                    .query((row, number) -> new TipTotal(
                            row.getString("name"), row.getLong("count"), written(row.getBigDecimal("amount"))))
                    .list();
        }

        List<DepositTotal> deposits() {
            return ask(DEPOSITS)
                    .query((row, number) -> new DepositTotal(
                            Deposit.Kind.valueOf(row.getString("kind")),
                            row.getLong("count"),
                            written(row.getBigDecimal("amount"))))
                    .list();
        }

        List<ForeignTotal> foreignCash() {
            return ask(FOREIGN)
                    .query((row, number) -> foreign(
                            row.getString("currency"),
                            row.getLong("count"),
                            row.getBigDecimal("amount"),
                            written(row.getBigDecimal("worth")),
                            row.getBigDecimal("counted")))
                    .list();
        }

        private static ForeignTotal foreign(
                String currency, long count, BigDecimal amount, BigDecimal worth, @Nullable BigDecimal counted) {
            return new ForeignTotal(
                    currency,
                    count,
                    Amounts.written(amount, currency),
                    worth,
                    counted == null ? null : Amounts.written(counted, currency),
                    counted == null ? null : Amounts.written(counted.subtract(amount), currency));
        }

        List<TenderTotal> tenders() {
            return ask(TENDERS)
                    .query((row, number) -> new TenderTotal(
                            row.getString("type"), row.getLong("count"), written(row.getBigDecimal("amount"))))
                    .list();
        }
    }
}
