import { amountText, type Amount, minorDigitsOf } from '@/domain/decimal';

/** Formats exact decimals, instants and dates in the person's language. Numbers never pass through floating point. */
export interface Formats {
  /** `23.40`, or with `currency` as the language writes it. */
  money(value: Amount | string, currency: string, withCurrency?: boolean): string;
  quantity(value: string): string;
  /** Of exchange, as fine as it is. */
  rate(value: string): string;
  time(instant: string, timeZone?: string): string;
  dateTime(instant: string, timeZone?: string): string;
  date(day: string): string;
  /** Without the day of the week. */
  day(day: string): string;
  relative(instant: string, now: Date): string;
  number(value: number): string;
  /** `a, b, and c`. */
  list(parts: readonly string[]): string;
  /** `a, b, or c`. */
  either(parts: readonly string[]): string;
  /** By ISO 8601: 1 is Monday. */
  weekday(day: number): string;
}

const exact = (value: string) => value as unknown as number;

/** As the person's language and region write them. */
export function formatsFor(language: string): Formats {
  const locale = navigator.languages.find((candidate) => candidate.split('-')[0] === language) ?? language;
  // What is shown can be typed: the number pads and fields know these digits.
  return formatsIn(new Intl.Locale(locale, { numberingSystem: 'latn' }).toString());
}

const known = new Map<string, Formats>();

/** One set for each locale: everything that shows a figure asks for it, and formatters are dear to make. */
export function formatsIn(locale: string): Formats {
  const formats = known.get(locale) ?? newFormats(locale);
  known.set(locale, formats);
  return formats;
}

function newFormats(locale: string): Formats {
  const moneyFormats = new Map<string, Intl.NumberFormat>();
  const moneyFormat = (currency: string, withCurrency: boolean) => {
    const key = `${currency} ${withCurrency ? 'with' : 'bare'}`;
    let format = moneyFormats.get(key);
    if (!format) {
      const digits = minorDigitsOf(currency);
      format = new Intl.NumberFormat(
        locale,
        withCurrency
          ? { style: 'currency', currency }
          : { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 2) },
      );
      moneyFormats.set(key, format);
    }
    return format;
  };
  const quantities = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    money: (value, currency, withCurrency = false) =>
      moneyFormat(currency, withCurrency).format(
        exact(typeof value === 'string' ? value : amountText(value)),
      ),
    quantity: (value) => quantities.format(exact(value)),
    rate: (value) => new Intl.NumberFormat(locale, { maximumFractionDigits: 8 }).format(exact(value)),
    time: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(new Date(instant)),
    dateTime: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        new Date(instant),
      ),
    date: (day) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${day}T12:00:00Z`)),
    day: (day) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${day}T12:00:00Z`),
      ),
    relative: (instant, now) => {
      const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      const hours = Math.round(minutes / 60);
      return Math.abs(hours) < 48
        ? relative.format(hours, 'hour')
        : relative.format(Math.round(hours / 24), 'day');
    },
    number: (value) => quantities.format(value),
    list: (parts) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts),
    either: (parts) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(parts),
    weekday: (day) => weekdays.format(Date.UTC(2024, 0, day)),
  };
}
