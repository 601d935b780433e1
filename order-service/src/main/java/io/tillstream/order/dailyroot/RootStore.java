package io.tillstream.order.dailyroot;

import io.tillstream.order.dailyroot.RootDocument.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The roots, which are only ever added to: the service's role may neither change nor remove one. */
@Repository
class RootStore {

    /** A date is over at the store's cut-off, once its drawers are closed; who forgets one holds it up for so long. */
    private static final String DAYS_WITHOUT_ROOT = """
            select store.id, day.today - 1 as business_date
            from store
            cross join lateral (
                select ((:now at time zone store.time_zone) - store.business_day_starts_at::interval)::date as today) day
            where not exists (select from daily_root root where root.store_id = store.id and root.business_date >= day.today - 1)
              and exists (select from device where device.store_id = store.id)
              and (not exists (select from till_session session where session.store_id = store.id
                               and session.closed_at is null and session.business_date < day.today)
                   or :now >= ((day.today + store.business_day_starts_at) at time zone store.time_zone)
                              + make_interval(secs => :patience))
            order by store.id
            """;

    private static final String HEADS = """
            select device.id, encode(entry.hash, 'hex') as hash, encode(sha256(device.public_key), 'hex') as key, entry.number
            from device
            join journal_progress progress on progress.device_id = device.id
            join journal_entry entry on entry.device_id = device.id and entry.number = progress.complete_to
            where device.store_id = ? order by device.id
            """;

    private static final String ADD = """
            insert into daily_root (store_id, number, business_date, made_at, previous_hash, hash, payload)
            values (?, ?, ?, ?, ?, sha256(convert_to(?, 'UTF8')), ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RootStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A business date of a store that is over and has no root yet; later ones hold what earlier ones were not made for. */
    record Day(String storeId, LocalDate businessDate) {}

    List<Day> daysWithoutRoot(Instant now, Duration patience) {
        return jdbc.sql(DAYS_WITHOUT_ROOT)
                .param("now", Timestamp.from(now))
                .param("patience", patience.toSeconds())
                .query((row, at) -> new Day(row.getString("id"), row.getObject("business_date", LocalDate.class)))
                .list();
    }

    /** How every journal of the store stands at this moment, as one look at the database has it. */
    List<Head> heads(String storeId) {
        return jdbc.sql(HEADS)
                .param(storeId)
                .query((row, at) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("hash"),
                        row.getString("key"),
                        row.getLong("number")))
                .list();
    }

    /** The last root of a store. */
    Optional<Kept> last(String storeId) {
        return jdbc.sql("select payload, hash from daily_root where store_id = ? order by number desc limit 1")
                .param(storeId)
                .query((row, at) -> kept(row))
                .optional();
    }

    /** A root as it was made, and its hash. */
    record Kept(RootDocument says, String hash) {}

    /** Adds it, unless another instance of the service was faster. */
    void add(RootDocument root) {
        String payload = json.writeValueAsString(root);
        jdbc.sql(ADD)
                .params(
                        root.storeId(),
                        root.number(),
                        root.businessDate(),
                        Timestamp.from(root.madeAt()),
                        HexFormat.of().parseHex(root.previous()),
                        payload,
                        payload)
                .update();
    }

    /** The newest first. */
    List<DailyRoot> newest(String storeId, long before, int most) {
        return jdbc.sql(
                        "select payload, hash from daily_root where store_id = ? and number < ? order by number desc limit ?")
                .params(storeId, before, most)
                .query((row, at) -> told(row))
                .list();
    }

    /** The payloads of all, the first first. */
    void forEach(String storeId, Consumer<String> reader) {
        jdbc.sql("select payload from daily_root where store_id = ? order by number")
                .withFetchSize(100)
                .param(storeId)
                .query((RowCallbackHandler) row -> reader.accept(row.getString(1)));
    }

    private DailyRoot told(ResultSet row) throws SQLException {
        Kept root = kept(row);
        RootDocument says = root.says();
        return new DailyRoot(
                says.storeId(),
                says.number(),
                says.businessDate(),
                says.madeAt(),
                root.hash(),
                says.heads().size(),
                says.heads().stream().mapToLong(Head::number).sum());
    }

    private Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                json.readValue(row.getString("payload"), RootDocument.class),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
