package io.tillstream.finance.ledger;

/** What the posting rules need an account for; the chart says which account serves it. */
public enum AccountUse {
    CASH,
    FOREIGN_CASH,
    SAFE,
    BANK,
    CARD,
    BANK_TRANSFER,
    OTHER_TENDER,
    VOUCHER,
    CUSTOMER_ACCOUNT,
    OUTPUT_TAX,
    GIFT_CARD,
    STORE_CREDIT,
    DEPOSIT,
    TIPS,
    SALES_REVENUE,
    CASH_ROUNDING,
    CASH_OVER_SHORT,
    CASH_TO_ASSIGN,
    PETTY_CASH
}
