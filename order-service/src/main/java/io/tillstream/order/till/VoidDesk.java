package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where tills tell of baskets that were given up: facts like sales, kept also of a session that is closed. */
@Service
class VoidDesk {

    private final TillSessions sessions;
    private final VoidedBaskets baskets;
    private final CashApprovals approvals;
    private final Clock clock;

    VoidDesk(TillSessions sessions, VoidedBaskets baskets, CashApprovals approvals, Clock clock) {
        this.sessions = sessions;
        this.baskets = baskets;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Transactional
    Outcome<Voided> record(UUID sessionId, UUID id, VoidedBasket basket, Caller caller) {
        TillSession session = sessions.toChange(sessionId, caller);
        basket.mustAddUp();
        Voided voided = new Voided(id, sessionId, clock.instant(), basket.total(), basket.taken());
        CashApprovals.Claim claim = CashApprovals.Claim.of(basket, id);
        if (!baskets.append(voided, basket, caller, approvals.missing(claim, session, caller))) {
            return new Outcome<>(baskets.same(voided, basket), false);
        }
        approvals.enter(claim, session);
        return new Outcome<>(voided, true);
    }
}
