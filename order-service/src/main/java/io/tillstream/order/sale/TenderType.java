package io.tillstream.order.sale;

/** How money changes hands. */
public enum TenderType {
    CASH,
    CARD,
    BANK_TRANSFER,
    GIFT_CARD,
    STORE_CREDIT,
    VOUCHER,
    ACCOUNT
}
