/** Why a customer is charged no tax: the certificate that they proved it with. */
export interface TaxExemption {
  readonly certificate: string;
  /** The last day on which it holds; without one until it is taken back. */
  readonly validUntil?: string | null;
}

/** Whether it holds at a store's local date and time. Customers kept by an older till do not say whether they have one. */
export function isExempt(exemption: TaxExemption | null | undefined, at: string): boolean {
  if (!exemption) return false;
  return !exemption.validUntil || at.slice(0, 10) <= exemption.validUntil;
}
