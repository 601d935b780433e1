package io.tillstream.order.approval;

import io.tillstream.order.sale.GivenApproval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was approved from elsewhere we know ourselves: the answer came to us. */
@Component
class GivenRemotely {

    private static final String ASKED_AND_APPROVED = """
            select exists (
                select from approval_request
                where id = ? and store_id = ? and outcome = 'APPROVED' and decided_by = ?
                  and body -> 'wishes' @> jsonb_build_array(jsonb_build_object('deed', jsonb_build_object('action', ?::text))))
            """;

    private final JdbcClient jdbc;

    GivenRemotely(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean confirms(GivenApproval approval, String storeId) {
        return approval.requestId() != null
                && jdbc.sql(ASKED_AND_APPROVED)
                        .params(
                                approval.requestId(),
                                storeId,
                                approval.approverId(),
                                approval.action().name())
                        .query(Boolean.class)
                        .single();
    }
}
