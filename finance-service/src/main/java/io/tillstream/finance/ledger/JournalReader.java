package io.tillstream.finance.ledger;

import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the journal page by page, in the order of business date and entry. */
@Component
class JournalReader {
    private final JdbcClient database;
    private final Map<String, String> names = new HashMap<>();

    JournalReader(JdbcClient database, ChartOfAccounts chart) {
        this.database = database;
        chart.accounts().forEach(account -> names.put(account.code(), account.name()));
    }

    @Transactional(readOnly = true)
    public Page<JournalLine> read(JournalQuestion question, JournalQuestion.@Nullable Place after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String sql =
                "select * from journal_entry e where " + String.join(" and ", conditions(question, after, parameters))
                        + " order by e.business_date, e.id limit :rows";
        parameters.put("rows", limit + 1);
        List<JournalLine> entries =
                database.sql(sql).params(parameters).query(JournalReader::entry).list();
        return Page.of(
                withPostings(entries),
                limit,
                last -> new JournalQuestion.Place(last.businessDate(), last.id()).encoded());
    }

    private static List<String> conditions(
            JournalQuestion question, JournalQuestion.@Nullable Place after, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (!question.scope().everyStore()) {
            conditions.add("e.store_id = any(:stores)");
            parameters.put("stores", question.scope().asArray());
        }
        if (question.sourceId() != null) {
            conditions.add("e.source_id = :sourceId");
            parameters.put("sourceId", question.sourceId());
        }
        if (question.account() != null) {
            conditions.add("exists (select 1 from posting p where p.entry_id = e.id and p.account = :account)");
            parameters.put("account", question.account());
        }
        if (question.from() != null) {
            conditions.add("e.business_date >= :from");
            parameters.put("from", question.from());
        }
        if (question.to() != null) {
            conditions.add("e.business_date <= :to");
            parameters.put("to", question.to());
        }
        if (after != null) {
            conditions.add("(e.business_date, e.id) > (:afterDate, :afterId)");
            parameters.put("afterDate", after.businessDate());
            parameters.put("afterId", after.id());
        }
        return conditions;
    }

    private List<JournalLine> withPostings(List<JournalLine> entries) {
        Map<UUID, List<JournalLine.Side>> postings = new HashMap<>();
        database.sql("select * from posting where entry_id = any(:ids::uuid[]) order by entry_id, posting_no")
                .param(
                        "ids",
                        entries.stream().map(entry -> entry.id().toString()).toArray(String[]::new))
                .query((row, no) -> postings.computeIfAbsent(
                                row.getObject("entry_id", UUID.class), id -> new ArrayList<>())
                        .add(side(row)))
                .list();
        return entries.stream()
                .map(entry -> entry.with(postings.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private JournalLine.Side side(ResultSet row) throws SQLException {
        String account = row.getString("account");
        return JournalLine.Side.of(
                account,
                names.getOrDefault(account, account),
                row.getBigDecimal("amount"),
                row.getString("tax_category"),
                row.getBigDecimal("tax_rate"));
    }

    private static JournalLine entry(ResultSet row, int no) throws SQLException {
        return new JournalLine(
                row.getObject("id", UUID.class),
                JournalEntry.Source.Type.valueOf(row.getString("source_type")),
                row.getObject("source_id", UUID.class),
                row.getString("store_id"),
                row.getObject("business_date", LocalDate.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("currency"),
                row.getString("reference"),
                List.of());
    }
}
