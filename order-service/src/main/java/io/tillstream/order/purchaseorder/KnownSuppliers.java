package io.tillstream.order.purchaseorder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our own copy of the suppliers: enough to refuse an order to nobody. Older news never overwrite newer. */
@Repository
class KnownSuppliers {

    private final JdbcClient jdbc;

    KnownSuppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(SupplierChanged supplier) {
        jdbc.sql("""
                        insert into known_supplier (id, name, status, supplier_version) values (?, ?, ?, ?)
                        on conflict on constraint known_supplier_pk do update
                        set name = excluded.name, status = excluded.status, supplier_version = excluded.supplier_version
                        where known_supplier.supplier_version < excluded.supplier_version
                        """)
                .params(supplier.id(), supplier.name(), supplier.status(), supplier.version())
                .update();
    }

    /** Fails unless one may order from that supplier. */
    void mustBeActive(UUID id) {
        String status = jdbc.sql("select status from known_supplier where id = ?")
                .param(id)
                .query((row, n) -> row.getString("status"))
                .optional()
                .orElseThrow(() -> new SupplierUnknown(id));
        if (!status.equals("ACTIVE")) {
            throw new SupplierInactive(id);
        }
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from known_supplier where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
