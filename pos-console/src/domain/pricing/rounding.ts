import { type Amount, type Percent, type Quantity } from '../decimal';

export type RoundingMode = 'HALF_UP' | 'HALF_EVEN' | 'HALF_DOWN' | 'UP' | 'DOWN';

const AMOUNT_DIGITS = 4;

/** Rounds to whole minor units of a currency. Every value is rounded once, from an exact fraction. */
export class Rounding {
  /** One minor unit, as an amount. */
  readonly minorUnit: Amount;
  private readonly mode: RoundingMode;

  constructor(minorDigits: number, mode: RoundingMode) {
    this.minorUnit = (10n ** BigInt(AMOUNT_DIGITS - minorDigits)) as Amount;
    this.mode = mode;
  }

  /** `numerator / denominator`, the numerator in amounts; the denominator is positive. */
  quotient(numerator: bigint, denominator: bigint): Amount {
    return (divideRounded(numerator, denominator * this.minorUnit, this.mode) * this.minorUnit) as Amount;
  }

  times(unitPrice: Amount, quantity: Quantity): Amount {
    return this.quotient(unitPrice * quantity, 1000n);
  }

  percentOf(amount: Amount, percent: Percent): Amount {
    return this.quotient(amount * percent, 1_000_000n);
  }
}

/** Rounds to a multiple of `step`, such as the smallest coin. */
export function roundToStep(amount: Amount, step: Amount, mode: RoundingMode): Amount {
  return (divideRounded(amount, step, mode) * step) as Amount;
}

/** Divides by a positive divisor and rounds to a whole number; the sign plays no part. */
function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const whole = magnitude / divisor;
  const rounded = goesUp(whole, 2n * (magnitude % divisor), divisor, mode) ? whole + 1n : whole;
  return dividend < 0n ? -rounded : rounded;
}

function goesUp(whole: bigint, twiceRest: bigint, divisor: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'UP':
      return twiceRest > 0n;
    case 'DOWN':
      return false;
    case 'HALF_UP':
      return twiceRest >= divisor;
    case 'HALF_DOWN':
      return twiceRest > divisor;
    case 'HALF_EVEN':
      return twiceRest === divisor ? whole % 2n === 1n : twiceRest > divisor;
  }
}
