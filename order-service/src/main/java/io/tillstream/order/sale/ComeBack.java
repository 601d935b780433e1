package io.tillstream.order.sale;

/** Why goods came back, and whether they can be sold again; what cannot leaves the stock as it comes in. */
public record ComeBack(Reason reason, Condition condition) {

    /** What the customer said. */
    public enum Reason {
        DEFECTIVE,
        NOT_AS_DESCRIBED,
        WRONG_ITEM,
        CHANGED_MIND,
        OTHER
    }

    /** What the cashier saw. */
    public enum Condition {
        SELLABLE,
        DAMAGED
    }
}
