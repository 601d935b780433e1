package io.tillstream.finance.sale;

import io.tillstream.finance.ledger.AccountUse;
import io.tillstream.finance.ledger.JournalEntry;
import io.tillstream.finance.ledger.Postings;
import io.tillstream.platform.id.UuidV7;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One balanced entry per sale document. Tenders less change are debited, revenue (net) and tax are credited per tax
 * group, each of several taxes by itself; what cash rounding gave or took, what staff is owed as a tip and what the customer
 * is owed as a deposit are credited to accounts of their own. Returns, and deposits that pay or go back, need no rule of their
 * own: their amounts are negative, so each posting lands on the other side.
 */
final class SalePostingRules {
    private SalePostingRules() {}

    /** @throws IllegalArgumentException when the document's amounts contradict each other */
    static JournalEntry entryFor(SaleCompletedMessage sale, Instant now) {
        Postings postings = new Postings();
        received(sale).forEach(postings::debit);
        for (SaleCompletedMessage.TaxGroup group : sale.taxes()) {
            postings.credit(AccountUse.SALES_REVENUE, group.net(), group.category(), group.rate());
            group.eachTax()
                    .forEach(part -> postings.credit(AccountUse.OUTPUT_TAX, part.tax(), part.component(), part.rate()));
        }
        postings.credit(AccountUse.CASH_ROUNDING, sale.cashRounding());
        if (sale.tip() != null) {
            postings.credit(AccountUse.TIPS, sale.tip().amount());
        }
        if (sale.deposit() != null) {
            postings.credit(AccountUse.DEPOSIT, sale.deposit().amount());
        }
        return new JournalEntry(
                UuidV7.at(now),
                new JournalEntry.Source(JournalEntry.Source.Type.SALE, sale.id()),
                sale.storeId(),
                sale.businessDate(),
                sale.occurredAt(),
                now,
                sale.currency(),
                sale.receipt(),
                postings.toList());
    }

    private static Map<AccountUse, BigDecimal> received(SaleCompletedMessage sale) {
        Map<AccountUse, BigDecimal> received = new EnumMap<>(AccountUse.class);
        for (SaleCompletedMessage.Tender tender : sale.tenders()) {
            AccountUse account = tender.foreign() == null ? accountOf(tender.type()) : AccountUse.FOREIGN_CASH;
            received.merge(account, tender.amount(), BigDecimal::add);
        }
        // change leaves the drawer as cash of the store's own currency, whatever was tendered
        received.merge(AccountUse.CASH, sale.change().negate(), BigDecimal::add);
        return received;
    }

    /** A tender this version does not know is money all the same: it goes where people look for the unexplained. */
    private static AccountUse accountOf(String tenderType) {
        return switch (tenderType) {
            case "CASH" -> AccountUse.CASH;
            case "CARD" -> AccountUse.CARD;
            case "BANK_TRANSFER" -> AccountUse.BANK_TRANSFER;
            case "GIFT_CARD" -> AccountUse.GIFT_CARD;
            case "STORE_CREDIT" -> AccountUse.STORE_CREDIT;
            case "VOUCHER" -> AccountUse.VOUCHER;
            case "ACCOUNT" -> AccountUse.CUSTOMER_ACCOUNT;
            default -> AccountUse.OTHER_TENDER;
        };
    }
}
