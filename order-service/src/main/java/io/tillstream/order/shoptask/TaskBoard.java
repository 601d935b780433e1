package io.tillstream.order.shoptask;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board of a store: what is open is a question to the facts, so nothing can be forgotten on it. */
@Component
class TaskBoard {

    private static final Duration LOOKS_BACK = Duration.ofDays(30);
    // lines of every sale are looked at for these
    private static final Duration LOOKS_BACK_FOR_CODES = Duration.ofDays(7);

    // what a till sends within this is on its way, not missing
    private static final Duration JOURNALS_MAY_WAIT = Duration.ofMinutes(10);

    private static final String OPEN = """
            select * from (
                select 'SALE_ANOMALY' as kind, odd.sale_id || '/' || odd.line_no || '/' || odd.kind as subject, odd.kind as about,
                       odd.detail, sale.recorded_at as since, sale.business_date, sale.till_id, sale.id as sale_id,
                       sale.receipt_number, sale.till_session_id
                from sale_anomaly odd join sale on sale.id = odd.sale_id
                where sale.store_id = :store and odd.found_at >= :from
                union all
                select 'UNKNOWN_BARCODE', sold.sku, max(sold.name),
                       format('Sold %s times as an open item, last as %s at %s %s.', count(*),
                              (array_agg(sold.name order by sold.recorded_at desc))[1],
                              trim_scale((array_agg(sold.unit_price order by sold.recorded_at desc))[1]), max(sold.currency)),
                       max(sold.recorded_at), max(sold.business_date),
                       (array_agg(sold.till_id order by sold.recorded_at desc))[1], null, null, null
                from (select line.sku, line.name, line.unit_price, sale.currency, sale.recorded_at, sale.business_date, sale.till_id
                      from sale join sale_line line on line.sale_id = sale.id
                      where sale.store_id = :store and sale.business_date >= :fromDay and sale.external_reference is null
                        and sale.pricing is not null and line.product_id is null and line.quantity > 0
                        and line.sku <> 'OPEN') sold
                group by sold.sku
                union all
                select case when session.counted then 'SESSION_DIFFERENCE' else 'SESSION_NOT_COUNTED' end, session.id::text, '',
                       case when session.counted
                            then format('%s %s counted, %s expected.', trim_scale(session.counted_cash), session.currency,
                                        trim_scale(session.expected_cash))
                            else session.closing_reason end,
                       session.closing_recorded_at, session.business_date, session.till_id, null, null, session.id
                from till_session session join store on store.id = session.store_id
                where session.store_id = :store and session.closing_recorded_at >= :from
                  and (not session.counted
                       or abs(session.counted_cash - session.expected_cash) > coalesce(store.cash_difference_limit, 0))
                union all
                select 'CASH_NOT_APPROVED', moved.id::text, moved.kind, moved.approval_missing, moved.recorded_at,
                       session.business_date, session.till_id, null, null, session.id
                from cash_movement moved join till_session session on session.id = moved.till_session_id
                where session.store_id = :store and moved.recorded_at >= :from and moved.approval_missing is not null
                union all
                select 'CASH_NOT_APPROVED', voided.id::text, 'VOID', voided.approval_missing, voided.recorded_at,
                       session.business_date, session.till_id, null, null, session.id
                from voided_basket voided join till_session session on session.id = voided.till_session_id
                where session.store_id = :store and voided.recorded_at >= :from and voided.approval_missing is not null
                union all
                select 'CASH_NOT_APPROVED', session.id::text, 'CLOSING', session.approval_missing,
                       session.closing_recorded_at, session.business_date, session.till_id, null, null, session.id
                from till_session session
                where session.store_id = :store and session.closing_recorded_at >= :from
                  and session.approval_missing is not null
                union all
                select 'JOURNAL_FINDING', found.id::text, found.kind, format('Device no. %s: %s', device.epoch, found.detail),
                       found.found_at, (found.found_at at time zone store.time_zone)::date, device.till_id, null, null, null
                from journal_finding found join device on device.id = found.device_id join store on store.id = device.store_id
                where device.store_id = :store and found.found_at >= :from
                union all
                select 'JOURNAL_GAP', progress.device_id || '/' || progress.complete_to + 1, '',
                       format('Device no. %s: entry %s has not arrived, entry %s has.', device.epoch, progress.complete_to + 1,
                              progress.last),
                       progress.waiting_since, (progress.waiting_since at time zone store.time_zone)::date, device.till_id,
                       null, null, null
                from journal_progress progress join device on device.id = progress.device_id
                join store on store.id = device.store_id
                where device.store_id = :store and progress.waiting_since < :waitedFrom
            ) task
            where not exists (select from finished_task done
                              where done.store_id = :store and done.kind = task.kind and done.subject = task.subject)
            order by since desc, subject limit :limit
            """;

    private static final String DONE = """
            select * from finished_task where store_id = ? order by finished_at desc, id desc limit ?
            """;

    private static final String FINISH = """
            insert into finished_task (id, store_id, kind, subject, word, finished_at, finished_by, finished_by_name, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint finished_task_pk do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskBoard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first, of the last 30 days. */
    List<ShopTask> open(String storeId, int limit) {
        return jdbc.sql(OPEN)
                .param("store", storeId)
                .param("from", clock.instant().minus(LOOKS_BACK).atOffset(ZoneOffset.UTC))
                .param("fromDay", LocalDate.ofInstant(clock.instant().minus(LOOKS_BACK_FOR_CODES), ZoneOffset.UTC))
                .param("waitedFrom", clock.instant().minus(JOURNALS_MAY_WAIT).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new ShopTask(
                        ShopTask.Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("about"),
                        row.getString("detail"),
                        row.getTimestamp("since").toInstant(),
                        row.getObject("business_date", LocalDate.class),
                        row.getString("till_id"),
                        row.getObject("sale_id", UUID.class),
                        row.getObject("receipt_number", Long.class),
                        row.getObject("till_session_id", UUID.class)))
                .list();
    }

    /** The last that were done, newest first. */
    List<FinishedTask> done(String storeId, int limit) {
        return jdbc.sql(DONE)
                .params(storeId, limit)
                .query((row, number) -> finished(row))
                .list();
    }

    /** Whether this call stored it, and what is stored. */
    @Transactional
    Finishing finish(UUID id, FinishTask task, Caller caller) {
        boolean first = jdbc.sql(FINISH)
                        .params(
                                id,
                                task.storeId(),
                                task.kind().name(),
                                task.subject(),
                                task.word(),
                                task.finishedAt().atOffset(ZoneOffset.UTC),
                                caller.subject(),
                                caller.name(),
                                Fingerprint.of(task))
                        .update()
                == 1;
        FinishedTask stored = jdbc.sql("select * from finished_task where id = ?")
                .param(id)
                .query((row, number) -> {
                    Fingerprint.mustMatch(row.getBytes("fingerprint"), task);
                    return finished(row);
                })
                .single();
        return new Finishing(stored, first);
    }

    record Finishing(FinishedTask task, boolean first) {}

    private static FinishedTask finished(ResultSet row) throws SQLException {
        return new FinishedTask(
                row.getObject("id", UUID.class),
                ShopTask.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("word"),
                row.getTimestamp("finished_at").toInstant(),
                row.getString("finished_by_name"));
    }
}
