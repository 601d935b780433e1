package io.tillstream.order.staff;

import static java.util.stream.Collectors.toCollection;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.NotFound;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people of each store's tills: whoever set a PIN and works there. Names, roles and stores are those of their tokens. */
@Repository
public class StaffRoster {

    private static final Set<Role> AT_A_TILL = EnumSet.of(Role.CASHIER, Role.SHIFT_LEAD, Role.STORE_MANAGER);

    private static final String KEEP = """
            insert into staff_member (id, name, roles, stores, pin_salt, pin_verifier, pin_iterations, pin_set_at)
            values (:id, :name, :roles, :stores, :salt, :verifier, :iterations, :setAt)
            on conflict on constraint staff_member_pk do update
            set name = excluded.name, roles = excluded.roles, stores = excluded.stores, pin_salt = excluded.pin_salt,
                pin_verifier = excluded.pin_verifier, pin_iterations = excluded.pin_iterations, pin_set_at = excluded.pin_set_at
            """;

    private static final String OF_STORE = """
            select m.*, l.left_at
            from staff_member m left join staff_leaving l on l.staff_id = m.id and l.store_id = :store
            where (m.stores @> array[:store]::text[] or m.stores @> array['*'])
            """;

    private static final String LEAVE = """
            insert into staff_leaving (staff_id, store_id, left_at, recorded_by) values (?, ?, ?, ?)
            on conflict on constraint staff_leaving_pk do nothing
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffRoster(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Everybody of a store who ever set a PIN, by name; who left is told with it, so that tills can say so. */
    List<StaffMember> ofStore(String storeId) {
        return jdbc.sql(OF_STORE + "order by m.name, m.id")
                .param("store", storeId)
                .query((row, number) -> member(row))
                .list();
    }

    /** None when they never set a PIN, or their token never was for this store. */
    public Optional<StaffMember> find(String id, String storeId) {
        return jdbc.sql(OF_STORE + "and m.id = :id")
                .param("store", storeId)
                .param("id", id)
                .query((row, number) -> member(row))
                .optional();
    }

    @Transactional
    void setPin(Pin pin, Caller caller) {
        pin.mustNotBeObvious();
        PinVerifier verifier = PinVerifier.of(pin, clock.instant());
        jdbc.sql(KEEP)
                .param("id", caller.subject())
                .param("name", caller.name())
                .param(
                        "roles",
                        texts(caller.roles().stream()
                                .filter(AT_A_TILL::contains)
                                .map(Role::name)
                                .sorted()
                                .toList()))
                .param("stores", texts(caller.stores().stream().sorted().toList()))
                .param("salt", verifier.salt())
                .param("verifier", verifier.verifier())
                .param("iterations", verifier.iterations())
                .param("setAt", Timestamp.from(verifier.setAt()))
                .update();
    }

    @Transactional
    StaffMember move(String id, String storeId, Leaving leaving, Caller by) {
        by.mustServe(storeId);
        if (find(id, storeId).isEmpty()) {
            throw new NotFound("staff member " + id);
        }
        if (leaving.left()) {
            jdbc.sql(LEAVE)
                    .params(id, storeId, Timestamp.from(clock.instant()), by.subject())
                    .update();
        } else {
            jdbc.sql("delete from staff_leaving where staff_id = ? and store_id = ?")
                    .params(id, storeId)
                    .update();
        }
        return find(id, storeId).orElseThrow();
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        Timestamp left = row.getTimestamp("left_at");
        Instant leftAt = left == null ? null : left.toInstant();
        return new StaffMember(
                row.getString("id"), row.getString("name"), roles(row.getArray("roles")), leftAt, pin(row, leftAt));
    }

    private static @Nullable PinVerifier pin(ResultSet row, @Nullable Instant leftAt) throws SQLException {
        return leftAt != null
                ? null
                : new PinVerifier(
                        row.getBytes("pin_salt"),
                        row.getBytes("pin_verifier"),
                        row.getInt("pin_iterations"),
                        row.getTimestamp("pin_set_at").toInstant());
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Role::valueOf)
                .collect(toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
