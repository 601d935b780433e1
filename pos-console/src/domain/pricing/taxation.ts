import { percentText, plus, sum, ZERO, type Amount } from '../decimal';
import { compare, idsOf, inBasketOrder, type GoodsLine } from './goods';
import type { PriceBook, PricingStore, TaxCategory } from './price-book';
import type { LineTax, TaxGroup } from './priced-basket';
import { PricingFailure } from './pricing-failure';
import type { ReversedLine } from './return-rule';
import type { Rounding } from './rounding';
import type { Trace } from './trace';
import { taxesInForce, type TaxInForce } from './tax-rates';
import { TaxRule, type TaxedAmount } from './tax-rule';

interface Group {
  readonly category: string;
  readonly taxes: readonly TaxInForce[];
  readonly lines: GoodsLine[];
}

/** Taxes the lines of one basket and puts lines that are taxed alike into groups. */
export class Taxation {
  private readonly book: PriceBook;
  private readonly rule: TaxRule;
  private readonly trace: Trace;
  private readonly taxed = new Map<GoodsLine, TaxedAmount>();

  constructor(book: PriceBook, rounding: Rounding, trace: Trace) {
    this.book = book;
    this.rule = new TaxRule(book.taxMode, rounding);
    this.trace = trace;
  }

  /** `canonical` are all lines in canonical order; it decides who gets a remainder. */
  charge(
    canonical: readonly GoodsLine[],
    store: PricingStore,
    date: string,
    exempt: boolean,
    categories: ReadonlyMap<string, TaxCategory>,
  ): void {
    for (const group of groupsOf(canonical, store, date, categories)) {
      if (exempt) this.exempt(group);
      else if (group.taxes.length === 0) this.leaveUntaxed(group);
      else if (this.book.taxRounding === 'LINE') this.chargeByLine(group);
      else this.chargeAsGroup(group);
    }
  }

  of(line: GoodsLine): TaxedAmount {
    const taxed = this.taxed.get(line);
    if (!taxed) throw new PricingFailure('UNKNOWN_PRODUCT', line.line.product);
    return taxed;
  }

  /** Sold and returned lines together, by category and rates. */
  groups(returned: readonly ReversedLine[]): TaxGroup[] {
    const groups = new Map<string, TaxGroup>();
    const enter = (category: string, taxed: TaxedAmount) => {
      const key = groupKey(category, taxed.taxes);
      const known = groups.get(key);
      groups.set(key, known ? together(known, taxed) : { category, ...bare(taxed) });
    };
    for (const [line, taxed] of this.taxed) enter(line.product.taxCategory, taxed);
    for (const { line, taxCategory } of returned) enter(taxCategory, line);
    return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
  }

  private exempt(group: Group): void {
    for (const line of inBasketOrder(group.lines)) {
      const taxed = this.rule.exempt(line.amount, group.taxes);
      this.taxed.set(line, taxed);
      const removed = this.trace.money((line.amount - taxed.net) as Amount);
      this.trace.add('TAX', 'EXEMPT', group.category, [line.line.id], { removed });
    }
  }

  private leaveUntaxed(group: Group): void {
    for (const line of group.lines) this.taxed.set(line, this.rule.tax(line.amount, []));
    this.trace.add('TAX', 'NOT_TAXED', group.category, idsOf(group.lines));
  }

  private chargeByLine(group: Group): void {
    for (const line of inBasketOrder(group.lines)) {
      const taxed = this.rule.tax(line.amount, group.taxes);
      this.taxed.set(line, taxed);
      this.tell(group.category, [line.line.id], line.amount, taxed.taxes);
    }
  }

  private chargeAsGroup(group: Group): void {
    const amounts = group.lines.map((line) => line.amount);
    const whole = this.rule.tax(sum(amounts), group.taxes);
    this.rule.shareOut(whole, amounts, group.taxes).forEach((taxed, index) => {
      const line = group.lines[index];
      if (line) this.taxed.set(line, taxed);
    });
    this.tell(group.category, idsOf(group.lines), sum(amounts), whole.taxes);
  }

  private tell(category: string, lines: readonly string[], base: Amount, taxes: readonly LineTax[]): void {
    const code = this.book.taxMode === 'INCLUSIVE' ? 'INCLUDED' : 'ADDED';
    for (const { id, rate, tax } of taxes) {
      const parameters = {
        category,
        rate: percentText(rate),
        base: this.trace.money(base),
        tax: this.trace.money(tax),
      };
      this.trace.add('TAX', code, id, lines, parameters);
    }
  }
}

function groupsOf(
  lines: readonly GoodsLine[],
  store: PricingStore,
  date: string,
  categories: ReadonlyMap<string, TaxCategory>,
): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const id = line.product.taxCategory;
    const known = groups.get(id);
    if (known) {
      known.lines.push(line);
      continue;
    }
    const category = categories.get(id);
    if (!category) throw new PricingFailure('UNKNOWN_TAX_CATEGORY', id);
    groups.set(id, { category: id, taxes: taxesInForce(category, store, date), lines: [line] });
  }
  return [...groups.values()].sort((a, b) => compare(a.category, b.category));
}

function groupKey(category: string, taxes: readonly LineTax[]): string {
  return [category, ...taxes.map((tax) => `${tax.id}=${percentText(tax.rate)}`)].join('|');
}

function bare({ net, gross, taxes }: TaxedAmount): TaxedAmount {
  return { net, gross, taxes };
}

function together(group: TaxGroup, taxed: TaxedAmount): TaxGroup {
  return {
    category: group.category,
    net: plus(group.net, taxed.net),
    gross: plus(group.gross, taxed.gross),
    taxes: group.taxes.map((tax, index) => ({ ...tax, tax: plus(tax.tax, taxed.taxes[index]?.tax ?? ZERO) })),
  };
}
