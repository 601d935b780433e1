package io.tillstream.local.check;

import io.tillstream.local.Part;
import java.sql.SQLException;

final class JournalBalances implements Invariant {

    private static final String VIOLATIONS = """
            select 'entry ' || entry_id || ': debits and credits differ by ' || sum(amount)
            from posting group by entry_id having sum(amount) <> 0
            union all
            select 'entry ' || id || ' has no postings though it is of a sale with a total' from journal_entry entry
            where not exists (select from posting where entry_id = entry.id) and source_type <> 'SALE'
            union all
            select 'postings of no entry: ' || entry_id from posting
            where not exists (select from journal_entry where id = entry_id)
            union all
            select 'the ledger in ' || currency || ' is off by ' || sum(debit - credit)
            from account_day group by currency having sum(debit - credit) <> 0
            """;

    private static final String PROJECTION = """
            with posted as (
                select store_id, business_date, currency, account,
                       coalesce(sum(amount) filter (where amount > 0), 0) as debit,
                       coalesce(-sum(amount) filter (where amount < 0), 0) as credit
                from posting join journal_entry on id = entry_id
                group by store_id, business_date, currency, account
            )
            select 'account ' || account || ' of ' || store_id || ' on ' || business_date || ': ledger '
                   || coalesce(account_day.debit, 0) || ' / ' || coalesce(account_day.credit, 0) || ', journal '
                   || coalesce(posted.debit, 0) || ' / ' || coalesce(posted.credit, 0)
            from account_day full join posted using (store_id, business_date, currency, account)
            where account_day.debit is distinct from posted.debit or account_day.credit is distinct from posted.credit
            """;

    @Override
    public String name() {
        return "journal-balances";
    }

    @Override
    public String promise() {
        return "each journal entry and the whole ledger sum to zero, and the ledger is the sum of its journal";
    }

    @Override
    public Verdict check(Databases databases) throws SQLException {
        return databases
                .verdict(Part.FINANCE, "select count(*) from journal_entry", VIOLATIONS)
                .and(databases.verdict(Part.FINANCE, "select count(*) from account_day", PROJECTION));
    }
}
