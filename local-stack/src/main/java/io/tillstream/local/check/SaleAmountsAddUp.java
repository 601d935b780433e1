package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class SaleAmountsAddUp implements Invariant {

    private static final String VIOLATIONS = """
            with line as (
                select sale_id, sum(amount) as amount, case when count(tax) = count(*) then sum(tax) end as tax,
                       count(*) filter (
                           where amount <> round(quantity * unit_price - discount, case
                               when currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'PYG', 'UGX', 'XAF', 'XOF', 'XPF') then 0
                               when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
                               else 2 end) + coalesce(tax_added, 0)) as misrounded
                from sale_line join sale on sale.id = sale_id group by sale_id
            ), tax as (
                select id, sum((share ->> 'gross')::numeric) as gross, sum((share ->> 'tax')::numeric) as tax,
                       count(*) filter (where (share ->> 'net')::numeric + (share ->> 'tax')::numeric
                                              <> (share ->> 'gross')::numeric) as torn
                from sale, jsonb_array_elements(taxes) share group by id
            )
            select 'sale ' || sale.id || ': total ' || sale.total || ', lines ' || coalesce(line.amount::text, 'none')
                   || ', taxed ' || coalesce(tax.gross, 0) || ', tax ' || coalesce(tax.tax, 0) || ', of lines '
                   || coalesce(line.tax::text, 'not said') || ', misrounded lines ' || coalesce(line.misrounded, 0)
            from sale left join line on line.sale_id = sale.id left join tax on tax.id = sale.id
            where line.amount is distinct from case when document_type <> 'DEPOSIT' then sale.total end or coalesce(tax.gross, 0) <> sale.total
               or line.misrounded > 0 or tax.torn > 0 or line.tax <> coalesce(tax.tax, 0)
               or (document_type = 'DEPOSIT' and sale.total <> 0)
            """;

    @Override
    public String name() {
        return "sale-amounts-add-up";
    }

    @Override
    public String promise() {
        return "each line is quantity x price - discount, rounded once, and tax on top; lines and taxes sum to the sale's";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases.verdict(Part.ORDER, "select count(*) from sale_line", VIOLATIONS);
    }
}
