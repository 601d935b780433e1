package io.tillstream.order.coupon;

import io.tillstream.order.salereview.AnomalyKind;
import io.tillstream.order.salereview.SalesReviewed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers the uses of every coupon in the order in which their sales are reviewed. A use past the limit is an anomaly: the till could
 * not know, and the sale stands.
 */
@Component
class CouponBook {

    private static final String NEWEST_TERMS = """
            select distinct on (id) id, terms from price_book_terms
            where kind = 'PROMOTION' order by id, version desc
            """;

    private static final String ANY_SHOWN =
            "select exists (select from sale where id = any(?) and pricing -> 'coupons' is not null)";

    // the counter's row is locked until we commit, so that no two sales get the same number
    private static final String NUMBER = """
            with promotion as (%s),
            shown as (
                select distinct sale.id as sale_id, sale.recorded_at, promotion.id as promotion_id
                from sale
                cross join lateral jsonb_array_elements(sale.pricing -> 'promotions') as applied
                join promotion on promotion.id = (applied ->> 'promotionId')::uuid
                              and sale.pricing -> 'coupons' @> to_jsonb(promotion.terms ->> 'coupon')
                where sale.id = any(?) and sale.pricing -> 'coupons' is not null
                  and not exists (select from coupon_use u where u.sale_id = sale.id and u.promotion_id = promotion.id)),
            counter as (
                insert into coupon_counter (promotion_id, used)
                select promotion_id, count(*) from shown group by promotion_id order by promotion_id
                on conflict on constraint coupon_counter_pk do update set used = coupon_counter.used + excluded.used
                returning promotion_id, used),
            numbered as (
                insert into coupon_use (sale_id, promotion_id, number)
                select sale_id, promotion_id,
                       counter.used + 1 - row_number() over (partition by promotion_id order by recorded_at desc, sale_id desc)
                from shown join counter using (promotion_id)
                returning sale_id, promotion_id, number)
            insert into sale_anomaly (sale_id, line_no, kind, detail)
            select numbered.sale_id, 0, ?,
                   string_agg(format('Coupon %%s holds in %%s sales, this was number %%s.', promotion.terms ->> 'coupon',
                                     promotion.terms ->> 'couponLimit', numbered.number), ' ' order by promotion.id)
            from numbered join promotion on promotion.id = numbered.promotion_id
            where numbered.number > (promotion.terms ->> 'couponLimit')::bigint
            group by numbered.sale_id
            on conflict on constraint sale_anomaly_pk do nothing
            """.formatted(NEWEST_TERMS);

    private static final String STANDING = """
            select promotion.id, promotion.terms ->> 'coupon' as code, (promotion.terms ->> 'couponLimit')::bigint as most,
                   coalesce(counter.used, 0) as used
            from (%s) promotion left join coupon_counter counter on counter.promotion_id = promotion.id
            where lower(promotion.terms ->> 'coupon') = lower(?) and (promotion.terms ->> 'active')::boolean
            """.formatted(NEWEST_TERMS);

    private final JdbcClient jdbc;

    CouponBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most batches hold no coupon; for those the promotions are not read at all. */
    @EventListener
    void count(SalesReviewed reviewed) {
        UUID[] sales = reviewed.sales().toArray(UUID[]::new);
        if (jdbc.sql(ANY_SHOWN).param(sales).query(Boolean.class).single()) {
            jdbc.sql(NUMBER)
                    .params(sales, AnomalyKind.COUPON_USED_TOO_OFTEN.name())
                    .update();
        }
    }

    /** None when no active promotion has it. */
    Optional<CouponStanding> standing(String code) {
        return jdbc.sql(STANDING)
                .param(code)
                .query((row, number) -> CouponStanding.of(
                        row.getString("code"),
                        row.getObject("id", UUID.class),
                        row.getObject("most", Long.class),
                        row.getLong("used")))
                .optional();
    }
}
