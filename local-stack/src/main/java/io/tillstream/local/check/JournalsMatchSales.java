package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

/** What a till signed is what is stored: a field that somebody changed since is named. */
final class JournalsMatchSales implements Invariant {

    private static final String VIOLATIONS = """
            with told as (
                select e.number, d.till_id, (e.payload::jsonb ->> 'subject')::uuid as id, e.payload::jsonb -> 'body' as body
                from journal_entry e join device d on d.id = e.device_id where e.kind = 'SALE'),
            differs as (
                select told.id, f.field, f.stored, f.said
                from told join sale s on s.id = told.id
                cross join lateral (values
                    ('store', s.store_id, body ->> 'storeId'),
                    ('till', s.till_id, body ->> 'tillId'),
                    ('receipt number', s.receipt_number::text, body ->> 'receiptNumber'),
                    ('time', s.occurred_at::text, (body ->> 'occurredAt')::timestamptz::text),
                    ('business date', s.business_date::text, body ->> 'businessDate'),
                    ('session', s.till_session_id::text, body ->> 'tillSessionId'),
                    ('customer', s.customer_id::text, body ->> 'customerId'),
                    ('currency', s.currency::text, body ->> 'currency'),
                    ('total', trim_scale(s.total)::text, trim_scale((body ->> 'total')::numeric)::text),
                    ('change', trim_scale(s.change)::text, trim_scale((body ->> 'change')::numeric)::text),
                    ('cash rounding', trim_scale(s.cash_rounding)::text, trim_scale((body ->> 'cashRounding')::numeric)::text),
                    ('tip', trim_scale(s.tip)::text, trim_scale((body -> 'tip' ->> 'amount')::numeric)::text),
                    ('recipient of the tip', s.tip_to, body -> 'tip' -> 'recipient' ->> 'id'),
                    ('deposit', trim_scale(s.deposit_amount)::text, trim_scale((body -> 'deposit' ->> 'amount')::numeric)::text),
                    ('layaway', s.layaway_id::text, body -> 'deposit' ->> 'layawayId'),
                    ('goods set aside', jsonb_strip_nulls(s.deposit #> '{setAside,lines}')::text,
                        jsonb_strip_nulls(body #> '{deposit,setAside,lines}')::text),
                    ('taxes', jsonb_strip_nulls(s.taxes)::text, jsonb_strip_nulls(body -> 'taxes')::text),
                    ('number of lines', (select count(*) from sale_line l where l.sale_id = s.id)::text,
                        jsonb_array_length(body -> 'lines')::text),
                    ('number of tenders', (select count(*) from tender t where t.sale_id = s.id)::text,
                        jsonb_array_length(body -> 'tenders')::text)
                ) f(field, stored, said)
                union all
                select told.id, 'line ' || (line ->> 'lineNo') || ' ' || f.field, f.stored, f.said
                from told cross join lateral jsonb_array_elements(body -> 'lines') line
                join sale_line l on l.sale_id = told.id and l.line_no = (line ->> 'lineNo')::int
                cross join lateral (values
                    ('sku', l.sku, line ->> 'sku'),
                    ('name', l.name, line ->> 'name'),
                    ('quantity', trim_scale(l.quantity)::text, trim_scale((line ->> 'quantity')::numeric)::text),
                    ('unit price', trim_scale(l.unit_price)::text, trim_scale((line ->> 'unitPrice')::numeric)::text),
                    ('discount', trim_scale(l.discount)::text, trim_scale((line ->> 'discount')::numeric)::text),
                    ('amount', trim_scale(l.amount)::text, trim_scale((line ->> 'amount')::numeric)::text),
                    ('tax', trim_scale(l.tax)::text, trim_scale((line ->> 'tax')::numeric)::text),
                    ('tax rate', trim_scale(l.tax_rate)::text, trim_scale((line ->> 'taxRate')::numeric)::text)
                ) f(field, stored, said)
                union all
                select told.id, 'tender ' || (paid ->> 'tenderNo') || ' ' || f.field, f.stored, f.said
                from told cross join lateral jsonb_array_elements(body -> 'tenders') paid
                join tender t on t.sale_id = told.id and t.tender_no = (paid ->> 'tenderNo')::int
                cross join lateral (values
                    ('type', t.type, paid ->> 'type'),
                    ('amount', trim_scale(t.amount)::text, trim_scale((paid ->> 'amount')::numeric)::text),
                    ('foreign currency', t.foreign_currency::text, paid -> 'foreign' ->> 'currency'),
                    ('foreign amount', trim_scale(t.foreign_amount)::text,
                        trim_scale((paid -> 'foreign' ->> 'amount')::numeric)::text),
                    ('rate', trim_scale(t.exchange_rate)::text, trim_scale((paid -> 'foreign' ->> 'rate')::numeric)::text)
                ) f(field, stored, said))
            select 'sale ' || id || ': ' || field || ' is ' || coalesce(stored, 'none') || ', the till signed '
                   || coalesce(said, 'none')
            from differs where stored is distinct from said
            union all
            select 'entry ' || number || ' of till ' || till_id || ' tells of sale ' || id || ', which is not stored'
            from told where not exists (select from sale where sale.id = told.id)
            """;

    @Override
    public String name() {
        return "journals-match-sales";
    }

    @Override
    public String promise() {
        return "each sale that a till signed is stored as it was signed, field by field";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.ORDER, "select count(*) from journal_entry where kind = 'SALE'", VIOLATIONS);
    }
}
