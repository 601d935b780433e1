package io.tillstream.catalog.changeset;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The change sets of the shop, with everybody who brought one into another state. */
@Repository
class ChangeSets {
    private static final String ADD = """
            insert into change_set (id, name, terms, store_id, state, version, changed_at)
            values (:id, :name, :terms::jsonb, :store, 'DRAFT', 0, :now)
            on conflict on constraint change_set_pk do nothing
            """;

    private static final String CHANGE = """
            update change_set set name = :name, terms = :terms::jsonb, store_id = :store, problem = null,
                                  version = version + 1, changed_at = :now
            where id = :id and version = :version and state = 'DRAFT'
            """;

    private static final String TURN = """
            update change_set set state = :state, applies_at = case when :state <> 'DRAFT' then coalesce(:appliesAt, applies_at) end,
                                  problem = :problem,
                                  version = version + 1, changed_at = :now
            where id = :id
            """;

    private static final String RECORD = """
            insert into change_set_step (change_set_id, state, recorded_at, recorded_by, recorded_name)
            values (:id, :state, :now, :by, :name)
            """;

    private static final String COUNTS = """
            (select count(*) from change_set_line where change_set_id = change_set.id) as lines,
            (select count(*) from change_set_line
             where change_set_id = change_set.id and state not in ('SET', 'SET_BACK')) as left_lines
            """;

    private static final String READ =
            "select id, terms, state, version, changed_at, applies_at, problem, " + COUNTS + " from change_set ";

    private static final String LIST =
            "select id, name, terms -> 'edit' as edit, state, version, changed_at, applies_at,"
                    + " problem, " + COUNTS + """
            , (select recorded_name from change_set_step where change_set_id = change_set.id
               order by step_no desc limit 1) as changed_by_name
            from change_set
            where (:state::text is null or state = :state::text)
              and (:everywhere or store_id is null or store_id = any(:stores))
              and (:at::timestamptz is null or (changed_at, id) < (:at::timestamptz, :after::uuid))
            order by changed_at desc, id desc limit :limit""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ChangeSets(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** False when the id is taken. */
    boolean add(UUID id, ChangeSetTerms terms, Caller caller) {
        boolean added = written(jdbc.sql(ADD), id, terms).update() == 1;
        if (added) {
            record(id, ChangeSetState.DRAFT, caller.subject(), caller.name());
        }
        return added;
    }

    /** False when it was changed meanwhile. */
    boolean change(UUID id, ChangeSetTerms terms, long version, Caller caller) {
        boolean changed =
                written(jdbc.sql(CHANGE), id, terms).param("version", version).update() == 1;
        if (changed) {
            record(id, ChangeSetState.DRAFT, caller.subject(), caller.name());
        }
        return changed;
    }

    private JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, UUID id, ChangeSetTerms terms) {
        return statement
                .param("id", id)
                .param("name", terms.name())
                .param("terms", json.writeValueAsString(terms))
                .param("store", terms.edit().storeId())
                .param("now", Timestamp.from(clock.instant()));
    }

    void turn(UUID id, ChangeSetState state, @Nullable Instant appliesAt, String by, String byName) {
        turn(id, state, appliesAt, null);
        record(id, state, by, byName);
    }

    /** Its moment came, but it could not be applied: whoever scheduled it has to look at it again. */
    void putBack(UUID id, String problem, String by, String byName) {
        turn(id, ChangeSetState.DRAFT, null, problem);
        record(id, ChangeSetState.DRAFT, by, byName);
    }

    private void turn(UUID id, ChangeSetState state, @Nullable Instant appliesAt, @Nullable String problem) {
        jdbc.sql(TURN)
                .param("id", id)
                .param("state", state.name())
                .param("appliesAt", appliesAt == null ? null : Timestamp.from(appliesAt))
                .param("problem", problem)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void record(UUID id, ChangeSetState state, String by, String byName) {
        jdbc.sql(RECORD)
                .param("id", id)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("name", byName)
                .update();
    }

    Optional<ChangeSet> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(this::changeSet)
                .optional();
    }

    /** Others that want to change it wait until the transaction ends. */
    Optional<ChangeSet> take(UUID id) {
        jdbc.sql("select id from change_set where id = :id for update")
                .param("id", id)
                .query(row -> {});
        return find(id);
    }

    /** Scheduled sets whose moment has come. */
    List<UUID> due() {
        return jdbc.sql("""
                        select id from change_set where state = 'SCHEDULED' and applies_at <= :now
                        order by applies_at, id limit 100""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Those that changed last first; those of stores that the caller does not serve are left out. */
    Page<ChangeSetHead> list(@Nullable ChangeSetState state, Caller caller, @Nullable String cursor, int limit) {
        Key after = Cursor.decode(
                cursor, 2, parts -> new Key(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast())));
        List<ChangeSetHead> rows = jdbc.sql(LIST)
                .param("state", state == null ? null : state.name())
                .param("everywhere", caller.servesEveryStore())
                .param("stores", caller.stores().toArray(String[]::new))
                .param("at", after == null ? null : Timestamp.from(after.changedAt()))
                .param("after", after == null ? null : after.id())
                .param("limit", limit + 1)
                .query(this::head)
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.changedAt(), last.id()));
    }

    private ChangeSet changeSet(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ChangeSet(
                id,
                json.readValue(row.getString("terms"), ChangeSetTerms.class),
                ChangeSetState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "applies_at"),
                row.getString("problem"),
                row.getInt("lines"),
                row.getInt("left_lines"),
                history(id));
    }

    private ChangeSetHead head(ResultSet row, int number) throws SQLException {
        return new ChangeSetHead(
                row.getObject("id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("edit"), ChangeSetTerms.Edit.class),
                ChangeSetState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by_name"),
                instant(row, "applies_at"),
                row.getString("problem"),
                row.getInt("lines"),
                row.getInt("left_lines"));
    }

    private List<ChangeSet.Step> history(UUID id) {
        return jdbc.sql("""
                        select state, recorded_at, recorded_by, recorded_name from change_set_step
                        where change_set_id = :id order by step_no""")
                .param("id", id)
                .query((row, number) -> new ChangeSet.Step(
                        ChangeSetState.valueOf(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private record Key(Instant changedAt, UUID id) {}
}
