package io.tillstream.order.tillreport;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.NotFound;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionReportController {

    private final SessionReports reports;

    SessionReportController(SessionReports reports) {
        this.reports = reports;
    }

    /** X while the session runs (cashiers are not told its cash), Z once it is closed. */
    @GetMapping("/api/till-sessions/{id}/report")
    SessionReport report(@PathVariable UUID id, Caller caller) {
        boolean blind = Arrays.stream(Role.values()).noneMatch(role -> role != Role.CASHIER && caller.has(role));
        return reports.of(id, blind)
                .filter(report -> caller.mayServe(report.storeId()))
                .orElseThrow(() -> new NotFound("till session " + id));
    }
}
