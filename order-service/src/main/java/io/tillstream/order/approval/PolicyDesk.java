package io.tillstream.order.approval;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Stale;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a store manager decides what needs approval. */
@Service
class PolicyDesk {

    private static final Set<Role> AT_A_TILL = EnumSet.of(Role.CASHIER, Role.SHIFT_LEAD, Role.STORE_MANAGER);

    private final ApprovalPolicies policies;
    private final Clock clock;

    PolicyDesk(ApprovalPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Stores a new policy or changes a known one. Sending again what is already stored changes nothing.
     *
     * @param expectedVersion what the sender read last; required to change a known policy
     * @throws Stale when the policy has changed since, or when it is known and no version is given
     */
    @Transactional
    Kept keep(UUID id, ApprovalTerms terms, @Nullable Long expectedVersion, Caller caller) {
        mayDecide(terms, caller);
        check(terms);
        Optional<ApprovalPolicy> known = policies.find(id);
        if (known.isPresent() && known.get().terms().equals(terms)) {
            return new Kept(known.get(), false);
        }
        known.ifPresent(policy -> mayDecide(policy.terms(), caller));
        if (!known.map(ApprovalPolicy::version).equals(Optional.ofNullable(expectedVersion))) {
            throw new Stale();
        }
        long version = expectedVersion == null ? 0 : expectedVersion + 1;
        ApprovalPolicy policy = new ApprovalPolicy(id, terms, version, clock.instant(), caller.subject());
        try {
            if (!policies.store(policy)) {
                throw new Stale();
            }
        } catch (DuplicateKeyException sameStore) {
            throw new StoreHasPolicy();
        }
        return new Kept(policy, known.isEmpty());
    }

    static void mayDecide(ApprovalTerms terms, Caller caller) {
        if (terms.storeId() != null) {
            caller.mustServe(terms.storeId());
        } else if (!caller.servesEveryStore()) {
            throw new GeneralPolicyNotYours();
        }
    }

    static void check(ApprovalTerms terms) {
        if (!terms.roles().allMatch(AT_A_TILL::contains)) {
            throw new ApprovalPolicyNotValid("/rules", "Only CASHIER, SHIFT_LEAD and STORE_MANAGER work at a till.");
        }
        for (int i = 0; i < terms.rules().size(); i++) {
            ApprovalRule rule = terms.rules().get(i);
            boolean again = terms.rules().subList(0, i).stream()
                    .anyMatch(other -> other.action() == rule.action() && Objects.equals(other.above(), rule.above()));
            if (again) {
                throw new ApprovalPolicyNotValid("/rules/" + i, "There is a rule for this already.");
            }
        }
    }

    /** @param created false when the policy was known before */
    record Kept(ApprovalPolicy policy, boolean created) {}
}
