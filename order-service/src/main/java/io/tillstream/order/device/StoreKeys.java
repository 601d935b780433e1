package io.tillstream.order.device;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key of each store; once a device is retired, another one. */
@Repository
class StoreKeys {

    private static final String RETIRED =
            "(select count(*)::int from device where store_id = ? and retired_at is not null)";

    private static final String MAKE = """
            insert into store_key (store_id, number, key, made_at) values (?, %s, ?, ?)
            on conflict on constraint store_key_pk do nothing
            """.formatted(RETIRED);

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    StoreKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of many that ask at once all get the same; former keys are forgotten. */
    StoreKey of(String storeId) {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        int keys = jdbc.sql(MAKE)
                .params(storeId, storeId, made, Timestamp.from(clock.instant()))
                .update();
        StoreKey key = jdbc.sql("select number, key from store_key where store_id = ? order by number desc limit 1")
                .param(storeId)
                .query((row, line) -> new StoreKey(
                        storeId, row.getInt("number"), Base64.getEncoder().encodeToString(row.getBytes("key"))))
                .single();
        if (keys == 1) {
            jdbc.sql("delete from store_key where store_id = ? and number < ?")
                    .params(storeId, key.number())
                    .update();
        }
        return key;
    }
}
