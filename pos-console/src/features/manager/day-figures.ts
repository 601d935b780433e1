import { amount, divideHalfUp, roundToMinor, sum, type Amount } from '@/domain/decimal';
import type { TakingsRow } from '@/shared/http/shapes';

export interface DayFigures {
  readonly revenue: Amount;
  readonly sales: number;
  readonly returns: number;
  /** Revenue per sale; null without sales. */
  readonly average: Amount | null;
}

/** Sums the hours of a day, up to and including `lastHour` when only part of the day is to be compared. */
export function figuresOf(
  hours: readonly TakingsRow[],
  minorDigits: number,
  lastHour: number | null,
  startHour: number,
): DayFigures {
  const counted =
    lastHour === null
      ? hours
      : hours.filter((hour) => sinceStart(Number(hour.key), startHour) <= sinceStart(lastHour, startHour));
  const revenue = sum(counted.map((hour) => amount(hour.gross)));
  const sales = counted.reduce((total, hour) => total + hour.sales, 0);
  return {
    revenue,
    sales,
    returns: counted.reduce((total, hour) => total + hour.returns, 0),
    average: sales === 0 ? null : roundToMinor(divideHalfUp(revenue, BigInt(sales)) as Amount, minorDigits),
  };
}

/** Hours of a trading day in its own order: a day from 04:00 ends with 03. */
export function sinceStart(hour: number, startHour: number): number {
  return (hour - startHour + 24) % 24;
}

/** Change in whole per cent; null when there is nothing to compare with. */
export function percentChange(now: bigint, before: bigint): number | null {
  if (before <= 0n) return null;
  return Number(divideHalfUp((now - before) * 100n, before));
}
