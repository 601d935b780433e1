package io.tillstream.order.till;

import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where cash is put into a running drawer and taken out of it. What was moved is a fact like a sale: of a session that somebody has
 * closed meanwhile it is kept too, and told beside its closing.
 */
@Service
class DrawerDesk {

    private final TillSessions sessions;
    private final CashMovements movements;
    private final CashApprovals approvals;
    private final Outbox outbox;
    private final Clock clock;

    DrawerDesk(TillSessions sessions, CashMovements movements, CashApprovals approvals, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.movements = movements;
        this.approvals = approvals;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<CashMoved> move(UUID sessionId, UUID id, CashMovement movement, Caller caller) {
        TillSession session = sessions.toChange(sessionId, caller);
        movement.mustBeClear();
        CashMoved moved = CashMoved.in(session, id, movement, caller, clock.instant());
        CashApprovals.Claim claim = CashApprovals.Claim.of(movement, moved);
        String missing = approvals.missing(claim, session, caller);
        if (!movements.append(moved, movement, caller, missing)) {
            return new Outcome<>(movements.same(moved, movement), false);
        }
        approvals.enter(claim, session);
        outbox.append(OutgoingEvent.of(
                "pos.order.till-session",
                sessionId.toString(),
                "order.cash-moved.v1",
                session.version(),
                movement.movedAt(),
                moved));
        return new Outcome<>(moved, true);
    }
}
