package io.tillstream.order.salereview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can look odd about a sale that stands. Each kind is one question over {@code reviewed} (the sales under review), {@code
 * reviewed_line} (their lines), {@code reviewed_refund} (their tenders that go back to earlier ones) and whatever else the service knows; it answers with sale, line (0: the sale as a whole) and a
 * sentence for the manager.
 */
public enum AnomalyKind {
    UNKNOWN_TILL("""
            select s.id, 0, format('Till %s is not registered in store %s.', s.till_id, s.store_id)
            from reviewed s
            where not exists (select from till t where t.id = s.till_id and t.store_id = s.store_id)
            """),

    /** Of two sales under one number the one that reached us later is the odd one, whichever is reviewed first. */
    RECEIPT_NUMBER_SEEN_BEFORE("""
            select case when s_is_later then s.id else o.id end, 0,
                   format('Receipt number %s of till %s belongs to sale %s already.', s.receipt_number, s.till_id,
                          case when s_is_later then o.id else s.id end)
            from reviewed s
            join sale o on o.till_id = s.till_id and o.receipt_number = s.receipt_number and o.id <> s.id
            cross join lateral (select (s.recorded_at, s.id) > (o.recorded_at, o.id)) as later(s_is_later)
            """),

    UNKNOWN_TILL_SESSION("""
            select s.id, 0, format('Till %s has no session %s.', s.till_id, s.till_session_id)
            from reviewed s
            where s.till_session_id is not null
              and not exists (select from till_session t where t.id = s.till_session_id and t.till_id = s.till_id)
            """),

    TILL_SESSION_CLOSED("""
            select s.id, 0, format('The session was closed at %s; its count does not hold this sale.', t.closed_at)
            from reviewed s join till_session t on t.id = s.till_session_id
            where t.closing_recorded_at < s.recorded_at
            """),

    CLOCK_AHEAD("""
            select s.id, 0, format('The clock of till %s is ahead: it says %s.', s.till_id, s.occurred_at)
            from reviewed s
            where s.occurred_at > s.recorded_at + interval '5 minutes'
            """),

    UNKNOWN_PRODUCT("""
            select l.sale_id, l.line_no, format('The catalog has no product for %s.', l.sku)
            from reviewed_line l
            where l.priced_by_us
              and not exists (select from price_book_product p where p.product_id = l.product_id)
            """),

    PRICE_DIFFERS("""
            select l.sale_id, l.line_no, format('%s was sold at %s, its price is %s.', l.sku,
                                                trim_scale(l.unit_price), trim_scale(p.amount))
            from reviewed_line l
            cross join lateral (
                select p.amount from price_book_price p
                where p.product_id = l.product_id and p.currency = l.currency and p.valid_from <= l.occurred_at
                  and (p.valid_until is null or p.valid_until > l.occurred_at)
                  and p.price_list_id is null and p.minimum_quantity <= 1
                  and (p.store_id is null or p.store_id = l.store_id)
                order by p.store_id is null, p.minimum_quantity desc, p.valid_from desc, p.book_version desc, p.id desc
                limit 1) p
            where l.priced_by_us and p.amount <> l.unit_price
            """),

    /** Looks at goods with one tax in the whole country; for all others a sale names the price book. */
    TAX_RATE_DIFFERS("""
            select l.sale_id, l.line_no, format('%s was taxed at %s %%, the rate of %s is %s %%.', l.sku,
                                                trim_scale(l.tax_rate), l.tax_category, trim_scale(r.rate))
            from reviewed_line l
            join store on store.id = l.store_id
            cross join lateral (
                select r.rate from price_book_tax_rate r
                where r.country = store.country and r.category = l.tax_category and r.valid_from <= l.business_date
                order by r.valid_from desc, r.book_version desc, r.id desc limit 1) r
            where l.priced_by_us and r.rate <> l.tax_rate
              and not exists (select from price_book_tax_rate several
                              where several.country = store.country and several.category = l.tax_category
                                and (several.component <> several.category or several.region = store.region))
            """),

    RETURN_OF_UNKNOWN_LINE("""
            select l.sale_id, l.line_no, format('Line %s of sale %s was never sold.', l.return_of_line_no, l.return_of_sale_id)
            from reviewed_line l
            where l.return_of_sale_id is not null
              and not exists (select from sale_line sold
                              where sold.sale_id = l.return_of_sale_id and sold.line_no = l.return_of_line_no and sold.quantity > 0)
            """),

    /** Counts what came back in the order in which it reached us, so that the return that went too far is the odd one. */
    RETURNED_MORE_THAN_SOLD("""
            select back.sale_id, back.line_no,
                   format('%s of %s were sold, %s have come back.', trim_scale(back.sold), back.sku, trim_scale(-back.so_far))
            from (
                select b.sale_id, b.line_no, sold.sku, sold.quantity as sold,
                       sum(b.quantity) over (partition by sold.sale_id, sold.line_no
                                             order by s.recorded_at, b.sale_id, b.line_no) as so_far
                from (select distinct return_of_sale_id, return_of_line_no from reviewed_line
                      where return_of_sale_id is not null) touched
                join sale_line sold on sold.sale_id = touched.return_of_sale_id and sold.line_no = touched.return_of_line_no
                                   and sold.quantity > 0
                join sale_line b on b.return_of_sale_id = sold.sale_id and b.return_of_line_no = sold.line_no
                join sale s on s.id = b.sale_id) back
            where back.sold + back.so_far < 0
            """),

    REFUND_OF_UNKNOWN_TENDER("""
            select r.sale_id, 0, format('Nothing was paid with tender %s of sale %s in this store.', r.refund_of_tender_no,
                                        r.refund_of_sale_id)
            from reviewed_refund r
            where not exists (select from tender paid join sale s on s.id = paid.sale_id and s.store_id = r.store_id
                              where paid.sale_id = r.refund_of_sale_id and paid.tender_no = r.refund_of_tender_no
                                and paid.amount > 0)
            """),

    /**
     * Counts what went back in the order in which it reached us, so that the refund that went too far is the odd one. Cash is one,
     * less the change that was given out of it; each card payment is one.
     */
    REFUNDED_MORE_THAN_PAID("""
            select back.sale_id, 0, format('%s was paid by %s, %s has gone back.', trim_scale(back.paid), back.type,
                                           trim_scale(-back.so_far))
            from (
                select b.sale_id, paid.type, paid.amount as paid,
                       sum(b.amount) over (partition by paid.sale_id, paid.type, paid.payment_id
                                           order by s.recorded_at, b.sale_id, b.tender_no) as so_far
                from (select distinct refund_of_sale_id from reviewed_refund) touched
                join tender b on b.refund_of_sale_id = touched.refund_of_sale_id
                join sale s on s.id = b.sale_id
                join tender named on named.sale_id = b.refund_of_sale_id and named.tender_no = b.refund_of_tender_no
                cross join lateral (
                    select named.sale_id, named.type, named.payment_id,
                           sum(t.amount) - case when named.type = 'CASH' then max(its.change) else 0 end as amount
                    from tender t join sale its on its.id = t.sale_id
                    where t.sale_id = named.sale_id and t.type = named.type and t.amount > 0
                      and t.payment_id is not distinct from named.payment_id) paid) back
            where back.paid + back.so_far < 0
            """),

    DEPOSIT_OF_UNKNOWN_LAYAWAY("""
            select s.id, 0, format('Nothing was set aside in this store as %s.', s.layaway_id)
            from reviewed s
            where s.layaway_id is not null
              and not exists (select from sale first
                              where first.store_id = s.store_id and first.layaway_id = s.layaway_id
                                and first.deposit -> 'setAside' is not null)
            """),

    /**
     * Adds deposits up in the order in which they reached us, so that the document that goes too far is the odd one; it names those
     * before it.
     */
    DEPOSIT_OVERSPENT("""
            select spent.id, 0, format('Of the deposit for this %s was left when %s of it paid or went back; before it: %s.',
                                       trim_scale(spent.so_far - spent.deposit_amount), trim_scale(-spent.deposit_amount),
                                       spent.earlier)
            from (
                select s.id, s.deposit_amount,
                       sum(s.deposit_amount) over until_then as so_far,
                       (select string_agg(format('receipt %s of till %s', e.receipt_number, e.till_id), ', ' order by e.recorded_at, e.id)
                        from sale e
                        where e.store_id = s.store_id and e.layaway_id = s.layaway_id and e.deposit_amount < 0
                          and (e.recorded_at, e.id) < (s.recorded_at, s.id)) as earlier
                from (select distinct store_id, layaway_id from reviewed where layaway_id is not null) touched
                join sale s on s.store_id = touched.store_id and s.layaway_id = touched.layaway_id
                window until_then as (partition by s.store_id, s.layaway_id order by s.recorded_at, s.id)) spent
            where spent.so_far < 0 and spent.deposit_amount < 0
            """),

    DEPOSIT_ABOVE_AGREED("""
            select taken.id, 0, format('%s was paid in for goods that were set aside at %s.', trim_scale(taken.so_far),
                                       trim_scale(taken.agreed))
            from (
                select s.id, s.deposit_kind, (s.deposit ->> 'agreedTotal')::numeric as agreed,
                       sum(s.deposit_amount) over (partition by s.store_id, s.layaway_id order by s.recorded_at, s.id) as so_far
                from (select distinct store_id, layaway_id from reviewed where layaway_id is not null) touched
                join sale s on s.store_id = touched.store_id and s.layaway_id = touched.layaway_id) taken
            where taken.deposit_kind = 'TAKEN' and taken.so_far > taken.agreed
            """),

    /** A price that no list decides, because it was agreed when the goods were set aside: it has to be the one of then. */
    NOT_AS_AGREED("""
            select l.sale_id, l.line_no, format('%s was not set aside at %s.', l.sku, trim_scale(l.amount))
            from reviewed s
            cross join lateral jsonb_to_recordset(s.pricing -> 'lines') as told ("lineNo" int, price text)
            join sale_line l on l.sale_id = s.id and l.line_no = told."lineNo"
            where told.price = 'AGREED'
              and not exists (
                  select from sale first cross join lateral jsonb_array_elements(first.deposit -> 'setAside' -> 'lines') as agreed
                  where first.store_id = s.store_id and first.layaway_id = s.layaway_id
                    and agreed ->> 'sku' = l.sku and (agreed ->> 'quantity')::numeric = l.quantity
                    and (agreed ->> 'unitPrice')::numeric = l.unit_price and (agreed ->> 'discount')::numeric = l.discount)
            """),

    /** Found by pricing the sale again, which is no question to the database. */
    PRICE_BOOK_DISAGREES,

    /** Found while the uses of coupons are numbered. */
    COUPON_USED_TOO_OFTEN,

    /** Found by reading the sale with the approval policy of its store. */
    APPROVAL_MISSING;

    private final @Nullable String question;

    AnomalyKind(String question) {
        this.question = question;
    }

    AnomalyKind() {
        this.question = null;
    }

    /** None for what something else than the review's statement finds. */
    Optional<String> question() {
        return Optional.ofNullable(question);
    }
}
