package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
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
    private final TillSessions sessions;

    TillSessionController(CashOffice office, TillSessions sessions) {
        this.office = office;
        this.sessions = sessions;
    }

    @PutMapping("/api/till-sessions/{id}")
    ResponseEntity<TillSessionView> open(
            @PathVariable UUID id, @Valid @RequestBody TillOpening opening, Caller caller) {
        return answer(office.open(id, opening, caller));
    }

    @PutMapping("/api/till-sessions/{id}/closing")
    ResponseEntity<TillClosing> close(@PathVariable UUID id, @Valid @RequestBody CashCount count, Caller caller) {
        return answer(office.close(id, count, caller));
    }

    @GetMapping("/api/till-sessions/{id}")
    TillSessionView session(@PathVariable UUID id, Caller caller) {
        return sessions.findById(id)
                .filter(session -> caller.mayServe(session.storeId()))
                .orElseThrow(() -> new UnknownTillSession(id))
                .view();
    }

    /** The sessions of a till, newest first. */
    @GetMapping("/api/till-sessions")
    Page<TillSessionView> sessions(
            @RequestParam String tillId,
            @RequestParam(required = false) TillSessionView.@Nullable State state,
            @RequestParam(required = false) @Nullable LocalDate businessDate,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        boolean open = state != TillSessionView.State.CLOSED;
        boolean closed = state != TillSessionView.State.OPEN;
        return new Page<>(
                sessions.ofTill(tillId, businessDate, open, closed, Limit.of(Math.clamp(limit, 1, MOST))).stream()
                        .filter(session -> caller.mayServe(session.storeId()))
                        .map(TillSession::view)
                        .toList(),
                null);
    }

    private static <T> ResponseEntity<T> answer(CashOffice.Outcome<T> outcome) {
        return outcome.first() ? Put.created(outcome.answer()) : Put.seenBefore(outcome.answer());
    }
}
