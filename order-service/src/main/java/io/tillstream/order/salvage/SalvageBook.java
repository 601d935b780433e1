package io.tillstream.order.salvage;

import io.tillstream.order.salvage.Comparison.Asked;
import io.tillstream.order.salvage.Salvage.Ended;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book of who brought in what of which device: only ever added to. What is brought in goes the way of everything that tills
 * send, so that it is stored once, whoever sends it.
 */
@Repository
class SalvageBook {

    private static final String BEGIN = """
            insert into salvage (id, store_id, source, device_id, till_ids, digest, exported_at, documents, entries, begun_at,
                                 begun_by, begun_by_name, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint salvage_pk do nothing
            """;

    private static final String END = """
            insert into salvage_outcome (salvage_id, ended_at, outcome, fingerprint) values (?, ?, ?::jsonb, ?)
            on conflict on constraint salvage_outcome_pk do nothing
            """;

    private static final String SELECT = """
            select salvage.*, outcome.ended_at, outcome.outcome
            from salvage left join salvage_outcome outcome on outcome.salvage_id = salvage.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SalvageBook(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A salvage as it stands in the book, and whether this call wrote it down. */
    record Written(Salvage salvage, boolean first) {}

    @Transactional
    Written begin(UUID id, BringingIn told, Caller by) {
        boolean first = jdbc.sql(BEGIN)
                        .param(id)
                        .param(told.storeId())
                        .param(told.source().name())
                        .param(told.deviceId())
                        .param(told.tillIds().toArray(String[]::new))
                        .param(told.digest())
                        .param(timestamp(told.exportedAt()))
                        .param(told.documents())
                        .param(told.entries())
                        .param(Timestamp.from(clock.instant()))
                        .param(by.subject())
                        .param(by.name())
                        .param(Fingerprint.of(told))
                        .update()
                == 1;
        Fingerprint.mustMatch(fingerprint("select fingerprint from salvage where id = ?", id), told);
        return new Written(salvage(id, by), first);
    }

    @Transactional
    Written end(UUID id, Outcome told, Caller by) {
        Salvage begun = salvage(id, by);
        by.mustServe(begun.storeId());
        boolean first = jdbc.sql(END)
                        .params(
                                id,
                                Timestamp.from(clock.instant()),
                                json.writeValueAsString(told),
                                Fingerprint.of(told))
                        .update()
                == 1;
        Fingerprint.mustMatch(fingerprint("select fingerprint from salvage_outcome where salvage_id = ?", id), told);
        return new Written(salvage(id, by), first);
    }

    private byte[] fingerprint(String of, UUID id) {
        return jdbc.sql(of).param(id).query(byte[].class).single();
    }

    private Salvage salvage(UUID id, Caller caller) {
        return jdbc.sql(SELECT + "where salvage.id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional()
                .filter(salvage -> caller.mayServe(salvage.storeId()))
                .orElseThrow(() -> new NotFound("salvage " + id));
    }

    /** The newest first. */
    List<Salvage> ofStore(String storeId, int most) {
        return jdbc.sql(SELECT + "where salvage.store_id = ? order by salvage.begun_at desc, salvage.id desc limit ?")
                .params(storeId, most)
                .query((row, number) -> read(row))
                .list();
    }

    Comparison.Answer known(Comparison comparison) {
        Set<Asked> known = new HashSet<>();
        for (DocumentKind kind : DocumentKind.values()) {
            UUID[] ids = comparison.documents().stream()
                    .filter(asked -> asked.kind() == kind)
                    .map(Asked::id)
                    .toArray(UUID[]::new);
            if (ids.length > 0) {
                jdbc.sql(kind.known).param(comparison.storeId()).param(ids).query(UUID.class).list().stream()
                        .map(id -> new Asked(kind, id))
                        .forEach(known::add);
            }
        }
        return new Comparison.Answer(
                comparison.documents().stream().filter(known::contains).toList());
    }

    private Salvage read(ResultSet row) throws SQLException {
        Instant endedAt = instant(row.getTimestamp("ended_at"));
        return new Salvage(
                row.getObject("id", UUID.class),
                row.getString("store_id"),
                Source.valueOf(row.getString("source")),
                row.getObject("device_id", UUID.class),
                List.of((String[]) row.getArray("till_ids").getArray()),
                row.getString("digest"),
                instant(row.getTimestamp("exported_at")),
                row.getInt("documents"),
                row.getInt("entries"),
                row.getTimestamp("begun_at").toInstant(),
                row.getString("begun_by"),
                row.getString("begun_by_name"),
                endedAt == null ? null : new Ended(endedAt, json.readValue(row.getString("outcome"), Outcome.class)));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
