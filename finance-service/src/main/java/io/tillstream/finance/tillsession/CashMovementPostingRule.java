package io.tillstream.finance.tillsession;

import io.tillstream.finance.ledger.AccountUse;
import io.tillstream.finance.ledger.JournalEntry;
import io.tillstream.finance.ledger.Postings;
import io.tillstream.platform.id.UuidV7;
import java.time.Instant;

/**
 * Cash paid out is petty cash unless staff gets its tips, skimmed cash lies in the safe, and so did change money before it came; what else is paid in waits for
 * somebody who says what it was.
 */
final class CashMovementPostingRule {
    private CashMovementPostingRule() {}

    static JournalEntry entryFor(CashMovedMessage moved, Instant now) {
        Postings postings = new Postings();
        switch (moved.kind()) {
            case PAY_IN ->
                postings.debit(AccountUse.CASH, moved.amount())
                        .credit(
                                moved.bringsChangeMoney() ? AccountUse.SAFE : AccountUse.CASH_TO_ASSIGN,
                                moved.amount());
            case PAY_OUT ->
                postings.debit(moved.handsTipsOut() ? AccountUse.TIPS : AccountUse.PETTY_CASH, moved.amount())
                        .credit(AccountUse.CASH, moved.amount());
            case SKIM -> postings.debit(AccountUse.SAFE, moved.amount()).credit(AccountUse.CASH, moved.amount());
            case NO_SALE -> throw new IllegalArgumentException("No cash moved with " + moved.id());
        }
        return new JournalEntry(
                UuidV7.at(now),
                new JournalEntry.Source(JournalEntry.Source.Type.CASH_MOVEMENT, moved.id()),
                moved.storeId(),
                moved.businessDate(),
                moved.movedAt(),
                now,
                moved.currency(),
                moved.tillId() + " " + moved.reason(),
                postings.toList());
    }
}
