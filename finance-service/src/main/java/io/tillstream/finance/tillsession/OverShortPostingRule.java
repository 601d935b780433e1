package io.tillstream.finance.tillsession;

import io.tillstream.finance.ledger.AccountUse;
import io.tillstream.finance.ledger.JournalEntry;
import io.tillstream.finance.ledger.Postings;
import io.tillstream.platform.id.UuidV7;
import java.time.Instant;

/** Cash that was counted beyond what was expected is gained, cash that is missing is lost; both go through one account. */
final class OverShortPostingRule {
    private OverShortPostingRule() {}

    static JournalEntry entryFor(TillSessionClosedMessage session, Instant now) {
        return new JournalEntry(
                UuidV7.at(now),
                new JournalEntry.Source(JournalEntry.Source.Type.TILL_SESSION, session.id()),
                session.storeId(),
                session.businessDate(),
                session.closing().closedAt(),
                now,
                session.currency(),
                session.tillId() + " cash count",
                new Postings()
                        .debit(AccountUse.CASH, session.closing().difference())
                        .credit(AccountUse.CASH_OVER_SHORT, session.closing().difference())
                        .toList());
    }
}
