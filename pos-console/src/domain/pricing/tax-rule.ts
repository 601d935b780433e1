import { minus, plus, sum, ZERO, type Amount } from '../decimal';
import { allocate, share } from './allocation';
import type { PriceBook } from './price-book';
import type { LineTax } from './priced-basket';
import type { Rounding } from './rounding';
import { FACTOR_ONE, type TaxInForce } from './tax-rates';

/** What an amount is made of. */
export interface TaxedAmount {
  readonly net: Amount;
  readonly gross: Amount;
  readonly taxes: readonly LineTax[];
}

/** How tax comes out of an amount (prices hold it) or onto it (prices do not). */
export class TaxRule {
  private readonly inclusive: boolean;
  private readonly rounding: Rounding;

  constructor(taxMode: PriceBook['taxMode'], rounding: Rounding) {
    this.inclusive = taxMode === 'INCLUSIVE';
    this.rounding = rounding;
  }

  tax(amount: Amount, taxes: readonly TaxInForce[]): TaxedAmount {
    return this.taxed(amount, taxes, this.inclusive ? this.within(amount, taxes) : this.onTop(amount, taxes));
  }

  /** Shares each tax of a group among its lines, so that the lines' taxes add up to the group's to the last unit. */
  shareOut(group: TaxedAmount, amounts: readonly Amount[], taxes: readonly TaxInForce[]): TaxedAmount[] {
    const denominator = this.inclusive ? FACTOR_ONE + sumOfFactors(taxes) : FACTOR_ONE;
    const byTax = taxes.map((tax, index) =>
      allocate(
        group.taxes[index]?.tax ?? ZERO,
        amounts.map((amount) => amount * tax.factor),
        denominator,
        this.rounding.minorUnit,
      ),
    );
    return amounts.map((amount, line) =>
      this.taxed(
        amount,
        taxes,
        byTax.map((parts) => parts[line] ?? ZERO),
      ),
    );
  }

  /** What someone who is exempt pays: the net amount, whatever prices hold. */
  exempt(amount: Amount, taxes: readonly TaxInForce[]): TaxedAmount {
    const { net } = this.tax(amount, taxes);
    return { net, gross: net, taxes: [] };
  }

  /** Rounded once as a whole, then split by the rates: the parts cannot differ from the whole. */
  private within(gross: Amount, taxes: readonly TaxInForce[]): Amount[] {
    const factors = sumOfFactors(taxes);
    if (factors === 0n) return taxes.map(() => ZERO);
    const whole = this.rounding.quotient(gross * factors, FACTOR_ONE + factors);
    return share(
      whole,
      taxes.map((tax) => tax.factor as Amount),
      this.rounding.minorUnit,
    );
  }

  /** Each tax is rounded by itself; a compound one counts the rounded ones before it, as a person would. */
  private onTop(net: Amount, taxes: readonly TaxInForce[]): Amount[] {
    const amounts: Amount[] = [];
    for (const tax of taxes) {
      amounts.push(this.rounding.percentOf(tax.compound ? plus(net, sum(amounts)) : net, tax.rate));
    }
    return amounts;
  }

  private taxed(amount: Amount, taxes: readonly TaxInForce[], taxAmounts: readonly Amount[]): TaxedAmount {
    const tax = sum(taxAmounts);
    return {
      net: this.inclusive ? minus(amount, tax) : amount,
      gross: this.inclusive ? amount : plus(amount, tax),
      taxes: taxes.map(({ id, rate }, index) => ({ id, rate, tax: taxAmounts[index] ?? ZERO })),
    };
  }
}

function sumOfFactors(taxes: readonly TaxInForce[]): bigint {
  return taxes.reduce((total, tax) => total + tax.factor, 0n);
}
