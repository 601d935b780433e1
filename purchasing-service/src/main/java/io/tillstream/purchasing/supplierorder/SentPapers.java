package io.tillstream.purchasing.supplierorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents that went out, byte for byte. */
@Repository
class SentPapers {

    private final JdbcClient jdbc;

    SentPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID orderId, byte[] pdf, Instant sentAt) {
        jdbc.sql("insert into supplier_order_paper (supplier_order_id, pdf, sent_at) values (?, ?, ?)")
                .params(orderId, pdf, Timestamp.from(sentAt))
                .update();
    }

    Optional<byte[]> of(UUID orderId) {
        return jdbc.sql("select pdf from supplier_order_paper where supplier_order_id = ?")
                .param(orderId)
                .query((row, n) -> row.getBytes("pdf"))
                .optional();
    }
}
