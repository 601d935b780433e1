package io.tillstream.order.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The policies of the shop, each as it stands and as it ever stood. */
@Repository
public class ApprovalPolicies {

    private static final String STORE = """
            insert into approval_policy as known (id, store_id, active, terms, version, changed_at, changed_by)
            values (:id, :storeId, :active, :terms::jsonb, :version, :changedAt, :changedBy)
            on conflict on constraint approval_policy_pk do update
            set store_id = excluded.store_id, active = excluded.active, terms = excluded.terms, version = excluded.version,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            where known.version = excluded.version - 1
            """;

    private static final String RECORD = """
            insert into approval_policy_terms (policy_id, version, terms, recorded_at, recorded_by)
            select id, version, terms, changed_at, changed_by from approval_policy where id = :id
            """;

    private static final String READ = "select id, terms, version, changed_at, changed_by from approval_policy ";

    private static final String AT_MOMENT = """
            with standing as (
                select distinct on (policy_id) policy_id, terms from approval_policy_terms
                where recorded_at <= :at order by policy_id, version desc)
            select terms from standing
            where (terms ->> 'active')::boolean and coalesce(terms ->> 'storeId', :store) = :store
            order by terms ->> 'storeId' is null, policy_id limit 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalPolicies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when somebody else was faster. */
    boolean store(ApprovalPolicy policy) {
        int stored = jdbc.sql(STORE)
                .param("id", policy.id())
                .param("storeId", policy.terms().storeId())
                .param("active", policy.terms().active())
                .param("terms", json.writeValueAsString(policy.terms()))
                .param("version", policy.version())
                .param("changedAt", Timestamp.from(policy.changedAt()))
                .param("changedBy", policy.changedBy())
                .update();
        if (stored == 1) {
            jdbc.sql(RECORD).param("id", policy.id()).update();
        }
        return stored == 1;
    }

    Optional<ApprovalPolicy> find(UUID id) {
        return jdbc.sql(READ + "where id = :id")
                .param("id", id)
                .query(this::policy)
                .optional();
    }

    /** Active and inactive ones that are for the store or for all; the store's own first. */
    List<ApprovalPolicy> ofStore(String storeId) {
        return jdbc.sql(READ + "where coalesce(store_id, :store) = :store order by store_id is null, active desc, id")
                .param("store", storeId)
                .query(this::policy)
                .list();
    }

    /** Every version of a policy, newest first. */
    List<ApprovalPolicy> history(UUID id) {
        return jdbc.sql("""
                        select policy_id as id, terms, version, recorded_at as changed_at, recorded_by as changed_by
                        from approval_policy_terms where policy_id = :id order by version desc limit 500""").param("id", id).query(this::policy).list();
    }

    /** What held in a store at a moment; a policy without rules when nobody had decided anything. */
    public ApprovalTerms at(Instant moment, String storeId) {
        return jdbc.sql(AT_MOMENT)
                .param("at", Timestamp.from(moment))
                .param("store", storeId)
                .query((row, number) -> json.readValue(row.getString("terms"), ApprovalTerms.class))
                .optional()
                .orElse(ApprovalTerms.NONE);
    }

    private ApprovalPolicy policy(ResultSet row, int number) throws SQLException {
        return new ApprovalPolicy(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("terms"), ApprovalTerms.class),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
