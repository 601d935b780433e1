package io.tillstream.catalog.productimport;

import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes lines that break a rule out of the table. */
@Component
class ImportRefusals {
    private final JdbcClient jdbc;

    ImportRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rule a query for line, code and reason of each line that breaks it */
    List<Refusal> by(String rule) {
        List<Refusal> refused =
                jdbc.sql(rule).query(new DataClassRowMapper<>(Refusal.class)).list();
        if (!refused.isEmpty()) {
            jdbc.sql("delete from import_line where line = any(:lines)")
                    .param("lines", refused.stream().mapToInt(Refusal::line).toArray())
                    .update();
        }
        return refused;
    }
}
