package io.tillstream.order.pricing;

/** Bad input, named: why a basket or a price book cannot be priced. The kernel never answers with a wrong number instead. */
public final class PricingFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; the subject says with what. */
    public enum Code {
        CASH_STEP_UNUSABLE,
        COUPON_TWICE,
        DISCOUNT_NEGATIVE,
        DUPLICATE_ID,
        MINOR_DIGITS_OUT_OF_RANGE,
        NOT_A_DATE,
        NOT_A_DECIMAL,
        NO_PRICE,
        NO_TAX_RATE,
        PERCENT_OUT_OF_RANGE,
        PRICE_NEGATIVE,
        PROMOTION_INCOMPLETE,
        QUANTITY_ZERO,
        RETURN_EXCEEDS_SOLD,
        RETURN_NOT_NEGATIVE,
        TOO_FINE,
        TOO_LARGE,
        TOO_MANY,
        UNKNOWN_PRODUCT,
        UNKNOWN_STORE,
        UNKNOWN_TAX_CATEGORY,
        WINDOW_ENDS_BEFORE_IT_STARTS
    }

    private final Code code;
    private final String subject;

    PricingFailure(Code code, String subject) {
        super(code + ": " + subject);
        this.code = code;
        this.subject = subject;
    }

    public Code code() {
        return code;
    }

    public String subject() {
        return subject;
    }
}
