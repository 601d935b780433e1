import { withoutLine, type Basket } from './basket';

/** That somebody looked whether the customer is old enough. */
export interface AgeCheck {
  /** The highest minimum age that it was for. */
  readonly age: number;
  /** The latest birth date that had reached it that day. */
  readonly bornBy: string;
  readonly answeredAt: string;
  readonly answeredBy: { readonly id: string; readonly name: string };
}

/**
 * Whoever was born on this day or before is `age` years old `today`. Who was born on a 29 February gets older on 1 March in
 * years that have none.
 */
export function bornBy(today: string, age: number): string {
  const [year = '', month = '', day = ''] = today.split('-');
  const then = String(Number(year) - age).padStart(4, '0');
  const exists = new Date(`${then}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day);
  return `${then}-${month}-${exists ? day : '28'}`;
}

/** The highest minimum age of what is sold; null when nothing has one. */
export function highestAge({ lines }: Pick<Basket, 'lines'>): number | null {
  const ages = lines.flatMap(({ kind, ageLimit }) => (kind === 'SALE' && ageLimit ? [ageLimit] : []));
  return ages.length === 0 ? null : Math.max(...ages);
}

/** The age that nobody has looked at yet; null when there is none above what was answered. */
export function ageToCheck(basket: Basket): number | null {
  const highest = highestAge(basket);
  return highest !== null && highest > (basket.ageCheck?.age ?? 0) ? highest : null;
}

/** Takes every line off whose minimum age nobody has confirmed. */
export function withoutTooYoung(basket: Basket): Basket {
  const confirmed = basket.ageCheck?.age ?? 0;
  return basket.lines
    .filter(({ kind, ageLimit }) => kind === 'SALE' && (ageLimit ?? 0) > confirmed)
    .reduce((left, { key }) => withoutLine(left, key), basket);
}
