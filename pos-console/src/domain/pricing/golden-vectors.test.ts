import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { priceVector } from '../../../scripts/pricing/price-vector';
import { bookOf, contradictions, vectorFiles } from '../../../scripts/pricing/vector-file';
import { amount, minus, quantity, sum, ZERO, type Amount } from '../decimal';
import type { BasketToPrice, ChargedFigures, LineToPrice } from './basket-to-price';
import type { PricedBasket, PricedLine } from './priced-basket';
import { PricingKernel } from './pricing-kernel';
import { readBasket, readPriceBook } from './pricing-reader';

const files = vectorFiles(fileURLToPath(new URL('../../../../contracts/pricing/vectors', import.meta.url)));

describe.each(files)('$file.title', ({ file }) => {
  it('comes out as expected, and as worked out by hand', () => {
    for (const vector of file.vectors) {
      const answer = priceVector({ book: bookOf(file, vector), basket: vector.basket });
      expect(answer, vector.id).toEqual(vector.expected);
      expect(contradictions(vector.worked ?? {}, answer), vector.id).toEqual([]);
    }
  });

  const priced = file.vectors
    .filter((vector) => vector.expected && !('failure' in vector.expected))
    .map((vector) => {
      const kernel = new PricingKernel(readPriceBook(bookOf(file, vector)));
      const basket = readBasket(vector.basket);
      return { id: vector.id, kernel, basket, result: kernel.price(basket) };
    });

  it('loses nothing between lines, tax groups and total', () => {
    for (const { id, result } of priced) {
      expect(sum(result.lines.map((line) => line.gross)), id).toBe(result.total);
      expect(sum(result.taxGroups.map((group) => group.gross)), id).toBe(result.total);
      expect(taxOf(result.lines), id).toBe(result.tax);
      expect(taxOf(result.taxGroups), id).toBe(result.tax);
      for (const line of result.lines) {
        expect(minus(line.base, sum(line.discounts.map((discount) => discount.amount))), id).toBe(
          line.amount,
        );
      }
    }
  });

  it('shares the tax of a whole among its lines to the last unit', () => {
    for (const { id, basket, result } of priced) {
      const wholes = result.trace.flatMap((entry) =>
        entry.kind === 'TAX' ? (entry.parameters['tax'] ?? []) : [],
      );
      const sold = result.lines.filter((_, index) => basket.lines[index]?.original === null);
      expect(taxOf(sold), id).toBe(sum(wholes.map(amount)));
    }
  });

  it('does not depend on the order of scanning', () => {
    for (const { id, kernel, basket, result } of priced) {
      const backwards = kernel.price({ ...basket, lines: [...basket.lines].reverse() });
      expect(backwards.total, id).toBe(result.total);
      expect(backwards.taxGroups, id).toEqual(result.taxGroups);
      expect(amountsOf(backwards), id).toEqual(amountsOf(result));
    }
  });

  it('nets to nothing when all comes back, piece by piece', () => {
    for (const { id, kernel, basket, result } of priced) {
      basket.lines.forEach((line, index) => {
        const sold = result.lines[index];
        if (!sold || line.quantity <= 0n) return;
        const back = allBackInParts(kernel, basket, line, sold);
        expect([back.gross, back.base, back.amount], id).toEqual([sold.gross, sold.base, sold.amount]);
        expect(taxOf([back]), id).toBe(taxOf([sold]));
      });
    }
  });
});

function allBackInParts(kernel: PricingKernel, basket: BasketToPrice, line: LineToPrice, sold: PricedLine) {
  const charged = { quantity: line.quantity, ...figures(sold) };
  let back: ChargedFigures = { quantity: quantity('0'), base: ZERO, amount: ZERO, gross: ZERO, taxes: [] };
  const third = line.quantity / 3n > 0n ? line.quantity / 3n : line.quantity;
  while (back.quantity < charged.quantity) {
    const left = charged.quantity - back.quantity;
    const part = left < third ? left : third;
    const original = { unitPrice: sold.unitPrice, taxCategory: '', sold: charged, returned: back };
    const returned = { ...line, quantity: -part as typeof line.quantity, original };
    const [reversed] = kernel.price({ ...basket, discount: null, lines: [returned] }).lines;
    if (!reversed) throw new RangeError('nothing came back');
    back = together(back, part, reversed);
  }
  return back;
}

function together(back: ChargedFigures, part: bigint, reversed: PricedLine): ChargedFigures {
  const before = (id: string) => back.taxes.find((tax) => tax.id === id)?.tax ?? ZERO;
  return {
    quantity: (back.quantity + part) as typeof back.quantity,
    base: minus(back.base, reversed.base),
    amount: minus(back.amount, reversed.amount),
    gross: minus(back.gross, reversed.gross),
    taxes: reversed.taxes.map((tax) => ({ ...tax, tax: minus(before(tax.id), tax.tax) })),
  };
}

function figures({ base, amount, gross, taxes }: PricedLine) {
  return { base, amount, gross, taxes };
}

function taxOf(taxed: readonly { readonly taxes: readonly { readonly tax: Amount }[] }[]): Amount {
  return sum(taxed.flatMap((each) => each.taxes.map((tax) => tax.tax)));
}

function amountsOf(priced: PricedBasket): string[] {
  return priced.lines.map((line) => `${line.amount} ${line.net} ${line.gross}`).sort();
}
