/**
 * Exact decimals as scaled integers. An {@link Amount} counts ten-thousandths of a currency unit, a {@link Quantity}
 * thousandths of a unit of measure: the finest grain the suite's interfaces carry. No binary floating point.
 */
export type Amount = bigint & { readonly unit: 'amount' };
export type Quantity = bigint & { readonly unit: 'quantity' };
/** Ten-thousandths of a per cent. */
export type Percent = bigint & { readonly unit: 'percent' };

const AMOUNT_DIGITS = 4;
const QUANTITY_DIGITS = 3;
const PERCENT_DIGITS = 4;
const DECIMAL = /^([+-]?)(\d{1,15})(?:\.(\d+))?$/;

export const ZERO = 0n as Amount;
export const ONE = 1000n as Quantity;

function parseScaled(text: string, digits: number): bigint | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '0', fraction = ''] = match;
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null;
  const units = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return sign === '-' ? -units : units;
}

function formatScaled(value: bigint, digits: number, keep: number): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, -digits);
  let fraction = text.slice(-digits);
  while (fraction.length > keep && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return sign + whole + (fraction ? `.${fraction}` : '');
}

/** Reads a wire decimal such as `19.99`; null when it is not one or is finer than ten-thousandths. */
export function parseAmount(text: string): Amount | null {
  return parseScaled(text, AMOUNT_DIGITS) as Amount | null;
}

export function parseQuantity(text: string): Quantity | null {
  return parseScaled(text, QUANTITY_DIGITS) as Quantity | null;
}

export function parsePercent(text: string): Percent | null {
  return parseScaled(text, PERCENT_DIGITS) as Percent | null;
}

/** Reads a decimal that the suite itself wrote; throws when it is not one. */
export function amount(text: string): Amount {
  const parsed = parseAmount(text);
  if (parsed === null) throw new RangeError(`not an amount: ${text}`);
  return parsed;
}

export function quantity(text: string): Quantity {
  const parsed = parseQuantity(text);
  if (parsed === null) throw new RangeError(`not a quantity: ${text}`);
  return parsed;
}

export function percent(text: string): Percent {
  const parsed = parsePercent(text);
  if (parsed === null) throw new RangeError(`not a percentage: ${text}`);
  return parsed;
}

/** Wire form with at least `minorDigits` decimals. */
export function amountText(value: Amount, minorDigits = 2): string {
  return formatScaled(value, AMOUNT_DIGITS, minorDigits);
}

export function quantityText(value: Quantity): string {
  return formatScaled(value, QUANTITY_DIGITS, 0);
}

export function percentText(value: Percent, keep = 0): string {
  return formatScaled(value, PERCENT_DIGITS, keep);
}

const RATE_DIGITS = 8;
export const RATE_SCALE = 10n ** BigInt(RATE_DIGITS);

/** An exchange rate as the suite wrote it, scaled; throws when it is none. */
export function parseRate(text: string): bigint {
  const rate = parseScaled(text, RATE_DIGITS);
  if (rate === null || rate <= 0n) throw new RangeError(`not a rate: ${text}`);
  return rate;
}

/** Divides, rounding half away from zero (Java's HALF_UP). */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const n = dividend < 0n ? -dividend : dividend;
  const d = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

/** Rounds half-up to the currency's minor unit. */
export function roundToMinor(value: Amount, minorDigits: number): Amount {
  const step = 10n ** BigInt(AMOUNT_DIGITS - minorDigits);
  return (divideHalfUp(value, step) * step) as Amount;
}

/** `unit price x quantity`, rounded half-up to the currency's minor unit in one step. */
export function timesRounded(unitPrice: Amount, by: Quantity, minorDigits: number): Amount {
  const step = 10n ** BigInt(AMOUNT_DIGITS - minorDigits);
  return (divideHalfUp(unitPrice * by, step * 1000n) * step) as Amount;
}

export const plus = <T extends Amount | Quantity>(a: T, b: NoInfer<T>): T =>
  ((a as bigint) + (b as bigint)) as T;
export const minus = <T extends Amount | Quantity>(a: T, b: NoInfer<T>): T =>
  ((a as bigint) - (b as bigint)) as T;
export const negated = <T extends Amount | Quantity>(a: T): T => -(a as bigint) as T;
export const times = (a: Quantity, b: Quantity): Quantity => divideHalfUp(a * b, 1000n) as Quantity;
export const sum = (values: readonly Amount[]): Amount => values.reduce((a: Amount, b) => plus(a, b), ZERO);

/** Number of decimals of a currency's minor unit, as ISO 4217 has it (JPY 0, EUR 2). */
export function minorDigitsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/**
 * Reads what a person typed: either separator, thousands separators dropped, at most `maxDecimals` decimals. Null when
 * it is not a number.
 */
export function parseTyped(text: string, maxDecimals: number): string | null {
  const bare = text.replace(/[\s']/g, '');
  if (!/^[+-]?[\d.,]+$/.test(bare) || !/\d/.test(bare)) return null;
  const at = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (at < 0) return bare;
  const whole = bare.slice(0, at).replace(/[.,]/g, '') || '0';
  const fraction = bare.slice(at + 1);
  if (fraction.length > maxDecimals) return null;
  return fraction ? `${whole}.${fraction}` : whole;
}
