package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TillSessionController {

    private static final int MOST = 500;

    private final CashOffice office;
    private final DrawerDesk drawers;
    private final HandOverDesk handOvers;
    private final VoidDesk voids;
    private final TillSessions sessions;

    TillSessionController(
            CashOffice office, DrawerDesk drawers, HandOverDesk handOvers, VoidDesk voids, TillSessions sessions) {
        this.voids = voids;
        this.office = office;
        this.drawers = drawers;
        this.handOvers = handOvers;
        this.sessions = sessions;
    }

    @PutMapping("/api/till-sessions/{id}")
    ResponseEntity<TillSessionView> open(
            @PathVariable UUID id, @Valid @RequestBody TillOpening opening, Caller caller) {
        return office.open(id, opening, caller).response();
    }

    @PutMapping("/api/till-sessions/{id}/closing")
    ResponseEntity<TillClosing> close(@PathVariable UUID id, @Valid @RequestBody CashCount count, Caller caller) {
        return office.close(id, count, caller).response();
    }

    @PutMapping("/api/till-sessions/{sessionId}/cash-movements/{id}")
    ResponseEntity<CashMoved> move(
            @PathVariable UUID sessionId,
            @PathVariable UUID id,
            @Valid @RequestBody CashMovement movement,
            Caller caller) {
        return drawers.move(sessionId, id, movement, caller).response();
    }

    @PutMapping("/api/till-sessions/{sessionId}/hand-overs/{id}")
    ResponseEntity<HandOver.Counted> handOver(
            @PathVariable UUID sessionId, @PathVariable UUID id, @Valid @RequestBody HandOver handOver, Caller caller) {
        return handOvers.handOver(sessionId, id, handOver, caller).response();
    }

    @PutMapping("/api/till-sessions/{sessionId}/voids/{id}")
    ResponseEntity<Voided> voidBasket(
            @PathVariable UUID sessionId,
            @PathVariable UUID id,
            @Valid @RequestBody VoidedBasket basket,
            Caller caller) {
        return voids.record(sessionId, id, basket, caller).response();
    }

    @GetMapping("/api/till-sessions/{id}")
    TillSessionView session(@PathVariable UUID id, Caller caller) {
        return sessions.findById(id)
                .filter(session -> caller.mayServe(session.storeId()))
                .orElseThrow(() -> new UnknownTillSession(id))
                .view();
    }

    /** The sessions of a till or of a store, newest first. */
    @GetMapping("/api/till-sessions")
    Page<TillSessionView> sessions(
            @RequestParam(required = false) @Nullable String tillId,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) TillSessionView.@Nullable State state,
            @RequestParam(required = false) @Nullable LocalDate businessDate,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        boolean open = state != TillSessionView.State.CLOSED;
        boolean closed = state != TillSessionView.State.OPEN;
        return new Page<>(
                sessions
                        .list(tillId, storeId, businessDate, open, closed, Limit.of(Math.clamp(limit, 1, MOST)))
                        .stream()
                        .filter(session -> caller.mayServe(session.storeId()))
                        .map(TillSession::view)
                        .toList(),
                null);
    }
}
