package io.tillstream.catalog.pricebook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says in the price book when the moment of a price has come or gone: tills switch by themselves, but who reads only what
 * a product costs now has to hear of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PricesInForce {
    private static final String START = """
            update price set in_force = true
            where id in (select id from price where not in_force and valid_from <= :now for update skip locked)
            returning product_id
            """;

    private static final String END = """
            update price set ended = true
            where id in (select id from price
                         where not ended and valid_until is not null and valid_until <= :now for update skip locked)
            returning product_id
            """;

    private final JdbcClient jdbc;
    private final PriceBookVersions versions;
    private final Clock clock;

    PricesInForce(JdbcClient jdbc, PriceBookVersions versions, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.clock = clock;
    }

    /** Gives every product of which a price begins or ends a new version. */
    void turn() {
        Timestamp now = Timestamp.from(clock.instant());
        Set<UUID> products = new HashSet<>(products(START, now));
        products.addAll(products(END, now));
        versions.changed(products);
    }

    private List<UUID> products(String turned, Timestamp now) {
        return jdbc.sql(turned)
                .param("now", now)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
