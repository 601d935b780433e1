package io.tillstream.catalog.pricebook;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings prices into force when their moment has come. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PricesInForce {
    private static final String START = """
            update price set in_force = true
            where id in (select id from price where not in_force and valid_from <= :now for update skip locked)
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

    /** Gives every product whose new price begins a new version. */
    public void start() {
        List<UUID> products = jdbc.sql(START)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        versions.changed(products);
    }
}
