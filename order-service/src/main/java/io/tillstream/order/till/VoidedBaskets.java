package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Fingerprint;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The journal of baskets that were given up; only ever added to. */
@Component
class VoidedBaskets {

    private static final String APPEND = """
            insert into voided_basket (id, till_session_id, recorded_at, voided_at, sale_id, total, taken, lines, tenders, voided_by,
                                       voided_by_name, sent_by, approval_missing, fingerprint)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict on constraint voided_basket_pk do nothing
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VoidedBaskets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** True when it is stored by this call, false when its id was taken before. */
    boolean append(Voided voided, VoidedBasket basket, Caller caller, @Nullable String approvalMissing) {
        return jdbc.sql(APPEND)
                        .param(voided.id())
                        .param(voided.tillSessionId())
                        .param(voided.recordedAt().atOffset(ZoneOffset.UTC))
                        .param(basket.voidedAt().atOffset(ZoneOffset.UTC))
                        .param(basket.saleId())
                        .param(basket.total())
                        .param(basket.taken())
                        .param(json.writeValueAsString(basket.lines()))
                        .param(json.writeValueAsString(basket.tenders()))
                        .param(basket.doneBy().id())
                        .param(basket.doneBy().name())
                        .param(caller.subject())
                        .param(approvalMissing)
                        .param(Fingerprint.of(new Fingerprinted(voided.tillSessionId(), basket)))
                        .update()
                == 1;
    }

    /** The void that holds this id, when it was the same; otherwise already-stored-differently. */
    Voided same(Voided resent, VoidedBasket basket) {
        return jdbc.sql("select recorded_at, fingerprint from voided_basket where id = ?")
                .param(resent.id())
                .query((row, number) -> {
                    Fingerprint.mustMatch(
                            row.getBytes("fingerprint"), new Fingerprinted(resent.tillSessionId(), basket));
                    return new Voided(
                            resent.id(),
                            resent.tillSessionId(),
                            row.getTimestamp("recorded_at").toInstant(),
                            resent.total(),
                            resent.taken());
                })
                .single();
    }

    private record Fingerprinted(UUID session, VoidedBasket basket) {}
}
