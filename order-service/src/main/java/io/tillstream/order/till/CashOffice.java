package io.tillstream.order.till;

import io.tillstream.order.store.StoreDirectory;
import io.tillstream.platform.events.Outbox;
import io.tillstream.platform.events.OutgoingEvent;
import io.tillstream.platform.security.Caller;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where drawers are handed out with change money and come back to be counted. */
@Service
class CashOffice {

    private final TillSessions sessions;
    private final DrawerContents.Reckoning reckoning;
    private final CashApprovals approvals;
    private final StoreDirectory stores;
    private final Outbox outbox;
    private final Clock clock;

    CashOffice(
            TillSessions sessions,
            DrawerContents.Reckoning reckoning,
            CashApprovals approvals,
            StoreDirectory stores,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.reckoning = reckoning;
        this.approvals = approvals;
        this.stores = stores;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<TillSessionView> open(UUID id, TillOpening opening, Caller caller) {
        caller.mustServe(opening.storeId());
        stores.mustStandIn(opening.tillId(), opening.storeId());
        Denomination.mustAddUp(opening.floatCount(), opening.openingFloat(), "/floatCount");
        Optional<TillSession> known = sessions.findById(id);
        if (known.isPresent()) {
            known.get().mustMatch(opening);
            return new Outcome<>(known.get().viewOfOpening(), false);
        }
        TillSession session = TillSession.open(id, opening, caller);
        if (sessions.existsByTillIdAndDrawerAndOpenedAtAfter(session.tillId(), session.drawer(), session.openedAt())) {
            session.overtake();
        } else {
            mustBeClosed(session.tillId(), session.drawer());
        }
        session = sessions.saveAndFlush(session);
        announce("order.till-session-opened.v1", session);
        return new Outcome<>(session.view(), true);
    }

    private void mustBeClosed(String tillId, int drawer) {
        sessions.findByTillIdAndDrawerAndClosedAtIsNullAndOvertakenFalse(tillId, drawer)
                .ifPresent(open -> {
                    throw new TillSessionAlreadyOpen(open);
                });
    }

    @Transactional
    Outcome<TillClosing> close(UUID id, CashCount count, Caller caller) {
        TillSession session = sessions.toChange(id, caller);
        if (!session.isOpen()) {
            session.mustMatch(count);
            return new Outcome<>(session.closing(), false);
        }
        count.mustBeWhole();
        if (count.countedCash() == null) {
            LeadNeeded.check(caller);
        }
        sessions.lockTill(session.tillId());
        session.close(count, reckoning.of(id), sessions.nextZNumber(session.tillId()), caller, clock.instant());
        CashApprovals.Claim claim = CashApprovals.Claim.of(count, session.closing(), id);
        session.note(approvals.missing(claim, session, caller));
        approvals.enter(claim, session);
        sessions.saveAndFlush(session);
        announce("order.till-session-closed.v1", session);
        return new Outcome<>(session.closing(), true);
    }

    private void announce(String type, TillSession session) {
        outbox.append(OutgoingEvent.of(
                "pos.order.till-session",
                session.id().toString(),
                type,
                session.version(),
                clock.instant(),
                session.view()));
    }
}
