package io.tillstream.order.approval.request;

import io.tillstream.order.approval.ApprovalPolicies;
import io.tillstream.order.approval.ApprovalTerms;
import io.tillstream.order.approval.Needed;
import io.tillstream.order.approval.request.ApprovalRequest.State;
import io.tillstream.order.approval.request.ApprovalRequests.Kept;
import io.tillstream.order.staff.StaffMember;
import io.tillstream.order.staff.StaffRoster;
import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Fingerprint;
import io.tillstream.platform.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where tills ask and managers answer. */
@Service
class ApprovalCounter {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whom a till may ask when the policy here no longer asks for anybody: it may not have heard of that yet. */
    private static final Set<Role> USUAL_APPROVERS = EnumSet.of(Role.SHIFT_LEAD, Role.STORE_MANAGER);

    private final ApprovalRequests requests;
    private final ApprovalPolicies policies;
    private final StaffRoster staff;
    private final StoreDirectory stores;
    private final Clock clock;

    ApprovalCounter(
            ApprovalRequests requests,
            ApprovalPolicies policies,
            StaffRoster staff,
            StoreDirectory stores,
            Clock clock) {
        this.requests = requests;
        this.policies = policies;
        this.staff = staff;
        this.stores = stores;
        this.clock = clock;
    }

    @Transactional
    Asked ask(UUID id, ApprovalQuestion question, Caller caller) {
        caller.mustServe(question.storeId());
        stores.mustStandIn(question.tillId(), question.storeId());
        Instant now = clock.instant();
        boolean first = requests.add(id, question, approvers(question, caller, now), caller, now, now.plus(PATIENCE));
        Kept kept = kept(id, caller, now);
        Fingerprint.mustMatch(kept.fingerprint(), question);
        return new Asked(kept.request(), first);
    }

    /** The first decision counts. The same person saying the same again is told what they were told before. */
    @Transactional
    ApprovalRequest decide(UUID id, Answer answer, Caller caller) {
        Instant now = clock.instant();
        Kept kept = kept(id, caller, now);
        if (kept.wasAskedBy(caller)) {
            throw new OwnRequest();
        }
        if (Collections.disjoint(kept.request().approvers(), caller.roles())) {
            throw new NotAnApprover(kept.request().approvers());
        }
        boolean first = requests.decide(id, answer.state(), caller, answer.word(), now);
        ApprovalRequest request = kept(id, caller, now).request();
        boolean same = request.state() == answer.state() && caller.subject().equals(request.decidedBy());
        if (!first && !same) {
            throw new ApprovalRequestOver(request);
        }
        return request;
    }

    /** The till waits no longer. What was decided before stays decided. */
    @Transactional
    ApprovalRequest cancel(UUID id, Caller caller) {
        Instant now = clock.instant();
        kept(id, caller, now);
        requests.decide(id, State.CANCELLED, caller, null, now);
        return kept(id, caller, now).request();
    }

    @Transactional(readOnly = true)
    ApprovalRequest find(UUID id, Caller caller) {
        return kept(id, caller, clock.instant()).request();
    }

    @Transactional(readOnly = true)
    List<ApprovalRequest> waiting(@Nullable String storeId, Caller caller) {
        if (storeId != null && !caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        List<String> within =
                storeId != null ? List.of(storeId) : caller.servesEveryStore() ? null : List.copyOf(caller.stores());
        return requests.waiting(within, clock.instant()).stream()
                .map(Kept::request)
                .toList();
    }

    private Kept kept(UUID id, Caller caller, Instant now) {
        return requests.find(id, now)
                .filter(found -> caller.mayServe(found.request().question().storeId()))
                .orElseThrow(() -> new NotFound("approval request " + id));
    }

    /** Who satisfies every rule that one of the wishes breaks. */
    private Set<Role> approvers(ApprovalQuestion question, Caller caller, Instant now) {
        ApprovalTerms terms = policies.at(now, question.storeId());
        Set<Role> approvers = EnumSet.allOf(Role.class);
        List<Needed> needed = terms.needs(question.deeds(), rolesOfAsker(question, caller));
        needed.forEach(each -> approvers.retainAll(each.approvers()));
        return needed.isEmpty() ? USUAL_APPROVERS : approvers;
    }

    private Set<Role> rolesOfAsker(ApprovalQuestion question, Caller caller) {
        String asker = question.askedBy().id();
        return Objects.equals(asker, caller.subject())
                ? caller.roles()
                : staff.find(asker, question.storeId()).map(StaffMember::roles).orElse(Set.of(Role.CASHIER));
    }

    /** @param first whether this call asked it */
    record Asked(ApprovalRequest request, boolean first) {}
}
