package io.tillstream.order.sale;

/** What a person does at a till that a policy may want somebody else to approve. */
public enum ApprovalAction {
    LINE_DISCOUNT,
    BASKET_DISCOUNT,
    PRICE_OVERRIDE,
    OPEN_ITEM,
    VOID_AFTER_TENDER,
    RETURN,
    RETURN_WITHOUT_RECEIPT,
    /** Cash for what was not paid in cash. */
    REFUND_IN_CASH,
    NO_SALE,
    PAY_OUT,
    CASH_DIFFERENCE
}
