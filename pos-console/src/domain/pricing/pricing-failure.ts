/** Why a basket or a price book cannot be priced; the code says it, the subject names the thing. */
export type PricingFailureCode =
  | 'CASH_STEP_UNUSABLE'
  | 'COUPON_TWICE'
  | 'DISCOUNT_NEGATIVE'
  | 'DUPLICATE_ID'
  | 'MINOR_DIGITS_OUT_OF_RANGE'
  | 'NOT_A_DATE'
  | 'NOT_A_DECIMAL'
  | 'NO_PRICE'
  | 'NO_TAX_RATE'
  | 'PERCENT_OUT_OF_RANGE'
  | 'PRICE_NEGATIVE'
  | 'PROMOTION_INCOMPLETE'
  | 'QUANTITY_ZERO'
  | 'RETURN_EXCEEDS_SOLD'
  | 'RETURN_NOT_NEGATIVE'
  | 'TOO_FINE'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'UNKNOWN_PRODUCT'
  | 'UNKNOWN_STORE'
  | 'UNKNOWN_TAX_CATEGORY'
  | 'WINDOW_ENDS_BEFORE_IT_STARTS';

/** Bad input, named; the kernel never answers with a wrong number instead. */
export class PricingFailure extends Error {
  readonly code: PricingFailureCode;
  readonly subject: string;

  constructor(code: PricingFailureCode, subject: string) {
    super(`${code}: ${subject}`);
    this.name = 'PricingFailure';
    this.code = code;
    this.subject = subject;
  }
}
