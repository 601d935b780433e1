package io.tillstream.order.sale.archive;

import io.tillstream.order.amount.Amounts;
import io.tillstream.order.sale.TenderType;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what money can go back to when goods of a sale come back. */
@Component
class RefundableTenders {

    /**
     * Goods of an exchange were also paid with what came back in it, so with the tenders of the sales before; goods that had been
     * set aside with those of their deposits.
     */
    private static final String PAID = """
            with recursive chain (sale_id, step) as (
                select ?::uuid, 0
                union
                select before.sale_id, chain.step + 1
                from chain cross join lateral (
                    select line.return_of_sale_id from sale_line line
                    where line.sale_id = chain.sale_id and line.return_of_sale_id is not null
                    union all
                    select taken.id
                    from sale applied join sale taken on taken.store_id = applied.store_id and taken.layaway_id = applied.layaway_id
                                                     and taken.deposit_kind = 'TAKEN'
                    where applied.id = chain.sale_id and applied.deposit_kind = 'APPLIED') as before (sale_id)
                where chain.step < 10),
            paid as (
                select tender.sale_id, min(chain.step) as step, min(tender.tender_no) as tender_no, tender.type, tender.payment_id,
                       sum(tender.amount) - case when tender.type = 'CASH' then max(sale.change) else 0 end as paid
                from (select sale_id, min(step) as step from chain group by sale_id) chain
                join sale on sale.id = chain.sale_id and sale.store_id = ?
                join tender on tender.sale_id = sale.id
                where tender.amount > 0
                group by tender.sale_id, tender.type, tender.payment_id)
            select paid.*,
                   coalesce((select -sum(back.amount)
                             from tender back
                             join tender named on named.sale_id = back.refund_of_sale_id
                                              and named.tender_no = back.refund_of_tender_no
                             where back.refund_of_sale_id = paid.sale_id and named.type = paid.type
                               and named.payment_id is not distinct from paid.payment_id), 0) as went_back
            from paid order by step, sale_id, tender_no
            """;

    private final JdbcClient jdbc;

    RefundableTenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RefundableTender> of(UUID sale, String storeId, String currency) {
        return jdbc.sql(PAID)
                .params(sale, storeId)
                .query((row, number) -> new RefundableTender(
                        row.getObject("sale_id", UUID.class),
                        row.getInt("tender_no"),
                        TenderType.valueOf(row.getString("type")),
                        row.getObject("payment_id", UUID.class),
                        Amounts.written(row.getBigDecimal("paid"), currency),
                        Amounts.written(row.getBigDecimal("went_back"), currency)))
                .list();
    }
}
