package io.tillstream.order.till;

import io.tillstream.order.sale.SessionSales;
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
    private final SessionSales sales;
    private final StoreDirectory stores;
    private final Outbox outbox;
    private final Clock clock;

    CashOffice(TillSessions sessions, SessionSales sales, StoreDirectory stores, Outbox outbox, Clock clock) {
        this.sessions = sessions;
        this.sales = sales;
        this.stores = stores;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Outcome<TillSessionView> open(UUID id, TillOpening opening, Caller caller) {
        caller.mustServe(opening.storeId());
        stores.mustStandIn(opening.tillId(), opening.storeId());
        Optional<TillSession> known = sessions.findById(id);
        if (known.isPresent()) {
            known.get().mustMatch(opening);
            return new Outcome<>(known.get().viewOfOpening(), false);
        }
        sessions.findByTillIdAndClosedAtIsNull(opening.tillId()).ifPresent(open -> {
            throw new TillSessionAlreadyOpen(open);
        });
        TillSession session = sessions.saveAndFlush(TillSession.open(id, opening, caller));
        announce("order.till-session-opened.v1", session);
        return new Outcome<>(session.view(), true);
    }

    @Transactional
    Outcome<TillClosing> close(UUID id, CashCount count, Caller caller) {
        TillSession session = sessions.findById(id).orElseThrow(() -> new UnknownTillSession(id));
        caller.mustServe(session.storeId());
        if (!session.isOpen()) {
            session.mustMatch(count);
            return new Outcome<>(session.closing(), false);
        }
        session.close(count, sales.of(id), caller, clock.instant());
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

    /** The answer to the till, and whether this call made it so. */
    record Outcome<T>(T answer, boolean first) {}
}
