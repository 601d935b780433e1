package io.tillstream.order.dailytakings;

import io.tillstream.order.dailytakings.TakingsReport.GroupBy;
import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TakingsController {

    private static final int MOST = 5_000;

    private final TakingsReport report;
    private final TakingsLedger ledger;

    TakingsController(TakingsReport report, TakingsLedger ledger) {
        this.report = report;
        this.ledger = ledger;
    }

    /** What a store took from one trading day to another (both included; {@code to} defaults to {@code from}). */
    @GetMapping("/api/takings")
    Takings takings(
            @RequestParam String storeId,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "DAY") GroupBy groupBy,
            @RequestParam(defaultValue = "500") int limit,
            Caller caller) {
        if (!caller.mayServe(storeId)) {
            throw new NotFound("store " + storeId);
        }
        return report.of(storeId, from, to == null ? from : to, groupBy, Math.clamp(limit, 1, MOST));
    }

    /** Counts the takings of every store anew from the stored sales; answers when the new figures stand. */
    @PostMapping("/api/takings/rebuilds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rebuild() {
        ledger.rebuild();
    }
}
