package io.tillstream.finance.ledger;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the books. Nobody writes them: entries come from facts alone. */
@RestController
class LedgerController {
    private static final String CSV = "text/csv";

    private final ChartOfAccounts chart;
    private final TrialBalances trialBalances;
    private final JournalReader journal;
    private final JournalCsv csv;

    LedgerController(ChartOfAccounts chart, TrialBalances trialBalances, JournalReader journal, JournalCsv csv) {
        this.chart = chart;
        this.trialBalances = trialBalances;
        this.journal = journal;
        this.csv = csv;
    }

    @GetMapping("/api/ledger-accounts")
    Page<LedgerAccount> accounts() {
        return new Page<>(chart.accounts(), null);
    }

    @GetMapping("/api/trial-balance")
    TrialBalance trialBalance(
            Caller caller,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String currency) {
        return trialBalances.read(StoreScope.of(caller, storeId), storeId, asOf, currency);
    }

    @GetMapping(path = "/api/journal-entries", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<JournalLine> entries(
            Caller caller,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable UUID sourceId,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        JournalQuestion question = question(caller, storeId, sourceId, account, from, to);
        return journal.read(question, JournalQuestion.Place.of(cursor), Page.limit(limit));
    }

    /** The same entries as CSV, all of them, one line per posting. */
    @GetMapping(path = "/api/journal-entries", produces = CSV)
    void export(
            Caller caller,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable UUID sourceId,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        JournalQuestion question = question(caller, storeId, sourceId, account, from, to);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"journal.csv\"");
        try (Writer out = response.getWriter()) {
            csv.write(question, out);
        }
    }

    private JournalQuestion question(
            Caller caller,
            @Nullable String storeId,
            @Nullable UUID sourceId,
            @Nullable String account,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (account != null && !chart.has(account)) {
            throw new NotFound("account \"" + account + "\" in the chart of accounts");
        }
        return new JournalQuestion(StoreScope.of(caller, storeId), sourceId, account, from, to);
    }
}
