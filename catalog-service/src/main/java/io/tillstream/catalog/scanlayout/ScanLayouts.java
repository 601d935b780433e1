package io.tillstream.catalog.scanlayout;

import io.tillstream.catalog.pricebook.PriceBookVersions;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Stale;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The layouts of all shops: made, changed, taken out of use. */
@Repository
class ScanLayouts {
    /** Digits of a GTIN-13 between a prefix of two and the check digit. */
    private static final int ROOM = 10;

    private static final String SELECT = """
            select id, version, store_id, prefix, item_digits, value_digits, value_checked, value_kind as value, decimals,
                   active
            from scan_layout
            """;

    private static final String STORE = """
            insert into scan_layout as known (id, version, store_id, prefix, item_digits, value_digits, value_checked,
                    value_kind, decimals, active)
            values (:id, :version, :storeId, :prefix, :itemDigits, :valueDigits, :valueChecked, :value, :decimals, :active)
            on conflict on constraint scan_layout_pk do update
                set version = excluded.version, store_id = excluded.store_id, prefix = excluded.prefix,
                    item_digits = excluded.item_digits, value_digits = excluded.value_digits,
                    value_checked = excluded.value_checked, value_kind = excluded.value_kind,
                    decimals = excluded.decimals, active = excluded.active
                where known.version = excluded.version - 1
            """;

    private final JdbcClient jdbc;
    private final PriceBookVersions priceBook;

    ScanLayouts(JdbcClient jdbc, PriceBookVersions priceBook) {
        this.jdbc = jdbc;
        this.priceBook = priceBook;
    }

    Optional<ScanLayout> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(ScanLayout.class)
                .optional();
    }

    /** By id. */
    Page<ScanLayout> list(@Nullable String cursor, int limit) {
        List<String> after = Cursor.decode(cursor, 1);
        List<ScanLayout> rows = jdbc.sql(
                        SELECT + "where :after::uuid is null or id > :after::uuid order by id limit :limit")
                .param("after", after == null ? null : after.getFirst())
                .param("limit", limit + 1)
                .query(new DataClassRowMapper<>(ScanLayout.class))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.id()));
    }

    /**
     * Stores a new layout or changes a known one. Sending again what is already stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known layout
     * @throws Stale when the layout has changed since, or when it is known and no version is given
     */
    @Transactional
    public Kept keep(UUID id, LayoutFacts facts, @Nullable Long expectedVersion, Caller caller) {
        mayDecide(facts.storeId(), caller);
        check(facts);
        Optional<ScanLayout> known = find(id);
        if (known.isPresent()
                && known.get().equals(ScanLayout.of(id, known.get().version(), facts))) {
            return new Kept(known.get(), false);
        }
        known.ifPresent(layout -> mayDecide(layout.storeId(), caller));
        if (!known.map(ScanLayout::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        ScanLayout layout = ScanLayout.of(id, expectedVersion == null ? 0 : expectedVersion + 1, facts);
        if (store(layout) == 0) {
            throw new Stale();
        }
        priceBook.turned();
        return new Kept(layout, known.isEmpty());
    }

    private int store(ScanLayout layout) {
        return jdbc.sql(STORE)
                .param("id", layout.id())
                .param("version", layout.version())
                .param("storeId", layout.storeId())
                .param("prefix", layout.prefix())
                .param("itemDigits", layout.itemDigits())
                .param("valueDigits", layout.valueDigits())
                .param("valueChecked", layout.valueChecked())
                .param("value", layout.value().name())
                .param("decimals", layout.decimals())
                .param("active", layout.active())
                .update();
    }

    private static void mayDecide(@Nullable String storeId, Caller caller) {
        if (storeId != null) {
            caller.mustServe(storeId);
        } else if (!caller.has(Role.BUYER) && !caller.has(Role.OPS) && !caller.servesEveryStore()) {
            throw new GeneralLayoutNotYours();
        }
    }

    private static void check(LayoutFacts facts) {
        int digits = facts.itemDigits() + facts.valueDigits() + (facts.valueChecked() ? 1 : 0);
        if (digits != ROOM) {
            throw new LayoutNotValid(
                    "/itemDigits",
                    "Between a prefix of two digits and the check digit a GTIN-13 has room for " + ROOM
                            + "; item, value and the value's check digit take " + digits + ".");
        }
        if (facts.valueChecked() && facts.valueDigits() != 4 && facts.valueDigits() != 5) {
            throw new LayoutNotValid("/valueChecked", "GS1 defines check digits for values of 4 or 5 digits only.");
        }
    }

    /** @param created false when the layout was known before */
    record Kept(ScanLayout layout, boolean created) {}
}
