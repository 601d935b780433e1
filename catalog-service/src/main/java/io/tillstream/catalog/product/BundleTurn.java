package io.tillstream.catalog.product;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bundles are checked one after the other, so that no two close a circle together. */
@Component
public class BundleTurn {
    private static final long ONE_AT_A_TIME = 0x7469_6c6c_6275_6e64L;

    private final JdbcClient jdbc;

    BundleTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    public void take() {
        jdbc.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query(row -> {});
    }
}
