import { isGtin } from './barcode';
import type { Amount, Quantity } from './decimal';

/** How a shop's scales write an item and its weight or price into a GTIN-13. */
export interface ScanLayout {
  readonly prefix: string;
  readonly itemDigits: number;
  readonly valueDigits: number;
  /** A check digit of its own stands before the value. */
  readonly valueChecked: boolean;
  readonly value: 'WEIGHT' | 'PRICE';
  readonly decimals: number;
}

/** What a label says: an item, and either what it weighs or what it costs. */
export interface Label {
  /** Codes under which the shop may keep the item: the label without its value, and the item's number. */
  readonly itemCodes: readonly string[];
  readonly weight: Quantity | null;
  readonly price: Amount | null;
}

/** Why a label cannot be sold: a digit was read wrong, or the scale printed no value. */
export type LabelFault = 'misread' | 'empty-label';

/** Reads a code as a label of one of these layouts; null when it is none. */
export function readLabel(code: string, layouts: readonly ScanLayout[]): Label | LabelFault | null {
  const digits = /^\d{12}$/.test(code) ? `0${code}` : code;
  if (!/^\d{13}$/.test(digits)) return null;
  const layout = layouts.find(({ prefix }) => digits.startsWith(prefix));
  if (!layout) return null;
  const { prefix, itemDigits, valueChecked, decimals } = layout;
  const valueAt = prefix.length + itemDigits + (valueChecked ? 1 : 0);
  const item = digits.slice(prefix.length, prefix.length + itemDigits);
  const value = digits.slice(valueAt, -1);
  const readWell = isGtin(digits) && (!valueChecked || digits[valueAt - 1] === valueCheckDigit(value));
  if (!readWell) return 'misread';
  if (BigInt(value) === 0n) return 'empty-label';
  const scaled = (places: number) => BigInt(value) * 10n ** BigInt(places - decimals);
  return {
    itemCodes: [blankLabel(prefix + item), item, item.replace(/^0+(?=\d)/, '')],
    weight: layout.value === 'WEIGHT' ? (scaled(3) as Quantity) : null,
    price: layout.value === 'PRICE' ? (scaled(4) as Amount) : null,
  };
}

/** The label of an item without a value: zeros, and the check digit that belongs to them. */
const blankLabel = (item: string): string => withCheckDigit(item.padEnd(12, '0'));

const withCheckDigit = (digits: string): string =>
  Array.from({ length: 10 }, (_, digit) => digits + digit.toString()).find(isGtin) ?? digits;

/** The parts of a label in their order, as a scale would print them; what is too long for its place loses its head. */
export function labelParts(
  { prefix, itemDigits, valueDigits, valueChecked }: ScanLayout,
  item: string,
  value: string,
): { readonly item: string; readonly valueCheck: string; readonly value: string; readonly check: string } {
  const fitted = (digits: string, room: number) => digits.padStart(room, '0').slice(-room);
  const [shownItem, shownValue] = [fitted(item, itemDigits), fitted(value, valueDigits)];
  const valueCheck = valueChecked ? valueCheckDigit(shownValue) : '';
  const check = withCheckDigit(prefix + shownItem + valueCheck + shownValue).slice(12);
  return { item: shownItem, valueCheck, value: shownValue, check };
}

/** What a digit counts for, by its value (GS1 General Specifications, 7.9). */
const WEIGHING = { '2-': '0246891357', '3': '0369258147', '5+': '0516273849', '5-': '0594837261' };

/** The check digit of a value of four or five digits (GS1 General Specifications, 7.9). */
export function valueCheckDigit(value: string): string {
  const added = (weights: readonly (keyof typeof WEIGHING)[]) =>
    weights.reduce((total, weight, at) => total + Number(WEIGHING[weight][Number(value[at])]), 0);
  if (value.length === 4) return ((added(['2-', '2-', '3', '5-']) * 3) % 10).toString();
  const missing = (10 - (added(['5+', '2-', '5-', '5+', '2-']) % 10)) % 10;
  return WEIGHING['5-'].indexOf(missing.toString()).toString();
}
