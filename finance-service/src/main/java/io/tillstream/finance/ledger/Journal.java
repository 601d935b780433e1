package io.tillstream.finance.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books entries. One statement per table and batch, because every sale of the suite passes here. */
@Component
public class Journal {
    private final JdbcClient database;
    private final ChartOfAccounts chart;

    Journal(JdbcClient database, ChartOfAccounts chart) {
        this.database = database;
        this.chart = chart;
    }

    /** Books what is not yet booked; a source that already has its entry is passed over. Runs in the caller's transaction. */
    public void book(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Set<UUID> added = insertEntries(entries);
        List<JournalEntry> fresh =
                entries.stream().filter(entry -> added.contains(entry.id())).toList();
        if (!fresh.isEmpty()) {
            insertPostings(fresh);
            addToBalances(fresh);
        }
    }

    private Set<UUID> insertEntries(List<JournalEntry> entries) {
        return new HashSet<>(database.sql("""
                        insert into journal_entry (id, source_type, source_id, store_id, business_date, occurred_at,
                            recorded_at, currency, reference)
                        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::date[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::text[])
                        on conflict on constraint journal_entry_source_key do nothing
                        returning id""")
                .param(column(entries, JournalEntry::id))
                .param(column(entries, entry -> entry.source().type()))
                .param(column(entries, entry -> entry.source().id()))
                .param(column(entries, JournalEntry::storeId))
                .param(column(entries, JournalEntry::businessDate))
                .param(column(entries, JournalEntry::occurredAt))
                .param(column(entries, JournalEntry::recordedAt))
                .param(column(entries, JournalEntry::currency))
                .param(column(entries, JournalEntry::reference))
                .query((row, no) -> row.getObject(1, UUID.class))
                .list());
    }

    private void insertPostings(List<JournalEntry> entries) {
        record Row(UUID entry, int no, Posting posting) {}
        List<Row> rows = new ArrayList<>();
        for (JournalEntry entry : entries) {
            int no = 0;
            for (Posting posting : entry.postings()) {
                rows.add(new Row(entry.id(), ++no, posting));
            }
        }
        database.sql("""
                        insert into posting (entry_id, posting_no, account, amount, tax_category, tax_rate)
                        select * from unnest(?::uuid[], ?::smallint[], ?::text[], ?::numeric[], ?::text[], ?::numeric[])""")
                .param(column(rows, Row::entry))
                .param(column(rows, Row::no))
                .param(column(rows, row -> chart.codeFor(row.posting().account())))
                .param(column(rows, row -> row.posting().amount()))
                .param(column(rows, row -> row.posting().taxCategory()))
                .param(column(rows, row -> row.posting().taxRate()))
                .update();
    }

    private void addToBalances(List<JournalEntry> entries) {
        List<DayTotals.Row> days = DayTotals.of(entries, chart).rows();
        // rows come sorted by key, so that two batches can never wait for each other in a circle
        database.sql("""
                        insert into account_day (store_id, business_date, currency, account, debit, credit)
                        select * from unnest(?::text[], ?::date[], ?::text[], ?::text[], ?::numeric[], ?::numeric[])
                        on conflict on constraint account_day_pk do update
                        set debit = account_day.debit + excluded.debit, credit = account_day.credit + excluded.credit""")
                .param(column(days, DayTotals.Row::storeId))
                .param(column(days, DayTotals.Row::businessDate))
                .param(column(days, DayTotals.Row::currency))
                .param(column(days, DayTotals.Row::account))
                .param(column(days, DayTotals.Row::debit))
                .param(column(days, DayTotals.Row::credit))
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
