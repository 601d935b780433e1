package io.tillstream.catalog.product;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever changes many products at once does so alone, so that two never wait for each other's. */
@Component
public class BulkTurn {
    private static final long ONE_AT_A_TIME = 0x7469_6c6c_696d_706fL;

    private final JdbcClient jdbc;

    BulkTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends; false when somebody else is at it. */
    public boolean take() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }
}
