package io.tillstream.order.device;

import io.tillstream.order.device.EnrolmentCodes.Permit;
import io.tillstream.platform.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices of every till, one of which is it now. */
@Repository
class Devices {

    private static final String REPLACED = "REPLACED";

    private static final String SELECT = """
            select device.*, till.name as till_name, state.unsent
            from device
            join till on till.id = device.till_id
            left join till_state state on state.till_id = device.till_id and device.retired_at is null
            """;

    private static final String ENROL = """
            insert into device (id, till_id, store_id, epoch, public_key, enrolled_at, enrolled_by, enrolled_by_name, set_up_by_name,
                                follows_device, follows_number, follows_hash)
            select ?, ?, ?, former.devices + 1, ?, ?, ?, ?, ?, last.device_id, last.number, last.hash
            from (select coalesce(max(epoch), 0) as devices from device where till_id = ?) former
            left join (select entry.device_id, entry.number, entry.hash
                       from device join journal_entry entry on entry.device_id = device.id
                       where device.till_id = ? order by device.epoch desc, entry.number desc limit 1) last on true
            """;

    private static final String RETIRE = """
            update device set retired_at = ?, retired_by_name = ?, reason = ? where %s and retired_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Devices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The till's device until now is retired; two that come at once come one after the other. */
    void enrol(UUID id, DeviceKey key, Permit permit, Caller holder) {
        jdbc.sql("select 1 from till where id = ? for update")
                .param(permit.tillId())
                .query()
                .singleRow();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(RETIRE.formatted("till_id = ?"))
                .params(now, permit.byName(), REPLACED, permit.tillId())
                .update();
        jdbc.sql(ENROL)
                .param(id)
                .param(permit.tillId())
                .param(permit.storeId())
                .param(key.encoded())
                .param(now)
                .param(permit.by())
                .param(permit.byName())
                .param(holder.name())
                .param(permit.tillId())
                .param(permit.tillId())
                .update();
    }

    void revoke(UUID id, Revocation.Reason reason, Caller by) {
        jdbc.sql(RETIRE.formatted("id = ?"))
                .params(Timestamp.from(clock.instant()), by.name(), reason.name(), id)
                .update();
    }

    Optional<Device> find(UUID id) {
        return jdbc.sql(SELECT + "where device.id = ?")
                .param(id)
                .query((row, number) -> device(row))
                .optional();
    }

    Optional<byte[]> keyOf(UUID id) {
        return jdbc.sql("select public_key from device where id = ?")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    /** By till, the newest first. */
    List<Device> ofStore(String storeId) {
        return jdbc.sql(SELECT + "where device.store_id = ? order by till.name, till.id, device.epoch desc limit 500")
                .param(storeId)
                .query((row, number) -> device(row))
                .list();
    }

    void seen(UUID id) {
        jdbc.sql("update device set last_seen_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    EnrolmentRule ruleOf(String storeId) {
        return jdbc.sql("select who from enrolment_rule where store_id = ?")
                .param(storeId)
                .query(String.class)
                .optional()
                .map(EnrolmentRule.Who::valueOf)
                .map(EnrolmentRule::new)
                .orElse(new EnrolmentRule(EnrolmentRule.Who.LEADS));
    }

    void setRule(String storeId, EnrolmentRule rule, Caller by) {
        jdbc.sql("""
                        insert into enrolment_rule (store_id, who, changed_at, changed_by) values (?, ?, ?, ?)
                        on conflict on constraint enrolment_rule_pk do update
                        set who = excluded.who, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .params(storeId, rule.who().name(), Timestamp.from(clock.instant()), by.subject())
                .update();
    }

    private static Device device(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Device(
                row.getObject("id", UUID.class),
                row.getString("till_id"),
                row.getString("till_name"),
                row.getString("store_id"),
                row.getInt("epoch"),
                Base64.getEncoder().encodeToString(row.getBytes("public_key")),
                stateOf(reason),
                row.getTimestamp("enrolled_at").toInstant(),
                row.getString("enrolled_by_name"),
                row.getString("set_up_by_name"),
                instant(row.getTimestamp("last_seen_at")),
                row.getObject("unsent", Integer.class),
                instant(row.getTimestamp("retired_at")),
                row.getString("retired_by_name"),
                reason,
                follows(row));
    }

    private static @Nullable FollowedEntry follows(ResultSet row) throws SQLException {
        UUID device = row.getObject("follows_device", UUID.class);
        return device == null
                ? null
                : new FollowedEntry(
                        device, row.getLong("follows_number"), HexFormat.of().formatHex(row.getBytes("follows_hash")));
    }

    private static DeviceState stateOf(@Nullable String reason) {
        if (reason == null) {
            return DeviceState.ACTIVE;
        }
        return reason.equals(REPLACED) ? DeviceState.REPLACED : DeviceState.REVOKED;
    }

    private static @Nullable Instant instant(@Nullable Timestamp stored) {
        return stored == null ? null : stored.toInstant();
    }
}
