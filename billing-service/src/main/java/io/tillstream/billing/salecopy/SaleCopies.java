package io.tillstream.billing.salecopy;

import io.tillstream.platform.events.IncomingEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The copies of all sales. Keeping one costs a row and no parsing; it is read when an invoice is asked for. */
@Component
public class SaleCopies {
    private final JdbcClient database;
    private final JsonMapper json;

    SaleCopies(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    void keep(List<IncomingEvent> sales) {
        database.sql("""
                        insert into sale_copy (sale_id, body)
                        select id, convert_from(body, 'UTF8') from unnest(?::uuid[], ?::bytea[]) as sale (id, body)
                        on conflict on constraint sale_copy_pk do nothing""")
                .param(sales.stream().map(IncomingEvent::key).toArray(String[]::new))
                .param(sales.stream().map(IncomingEvent::body).toArray(byte[][]::new))
                .update();
    }

    /** Empty while the sale has not arrived. */
    public Optional<CopiedSale> find(UUID saleId) {
        return database.sql("select body from sale_copy where sale_id = ?")
                .param(saleId)
                .query((row, no) -> json.readValue(row.getString("body"), CopiedSale.class))
                .optional();
    }
}
