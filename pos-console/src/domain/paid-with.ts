import { amount, minus, plus, sum, ZERO } from './decimal';
import type { RefundableTender, TenderRef } from './refunding';
import type { SaleDocument, SaleTender } from './sale';

type Document = Pick<SaleDocument, 'lines' | 'tenders' | 'change' | 'deposit'>;

/** How far receipts are followed back through exchanges. */
const MOST_EXCHANGES = 10;

/**
 * What paid for a sale as far as this device knows, the twin of `GET /api/sales/{id}/tenders`: goods of an exchange were also paid
 * with what came back in it, goods that had been set aside with their deposits.
 */
export function paidWith(saleId: string, known: ReadonlyMap<string, Document>): RefundableTender[] {
  const chain = [saleId];
  for (let at = 0; at < chain.length && at < MOST_EXCHANGES; at++) {
    const document = known.get(chain[at] ?? '');
    const before = (document?.lines ?? []).flatMap(({ returnOf }) => returnOf?.saleId ?? []);
    for (const id of [...before, ...depositsFor(document, known)]) if (!chain.includes(id)) chain.push(id);
  }
  const paid = chain.flatMap((id) => {
    const document = known.get(id);
    return document ? tendersOf(id, document) : [];
  });
  return lessRefunds(paid, [...known.values()]);
}

/** The documents that took deposits for goods which this one sells. */
function depositsFor(sale: Document | undefined, known: ReadonlyMap<string, Document>): string[] {
  const { kind, layawayId } = sale?.deposit ?? {};
  if (kind !== 'APPLIED') return [];
  return [...known].flatMap(([id, { deposit }]) =>
    deposit?.kind === 'TAKEN' && deposit.layawayId === layawayId ? [id] : [],
  );
}

/** All cash is one, less the change that was given out of it; each card payment is one. */
function tendersOf(saleId: string, { tenders, change }: Document): RefundableTender[] {
  const found = new Map<string, RefundableTender>();
  for (const { tenderNo, type, paymentId, amount: text } of tenders) {
    const value = amount(text);
    if (value <= 0n) continue;
    const key = `${type} ${paymentId ?? ''}`;
    const known = found.get(key);
    const left = known ? plus(known.left, value) : minus(value, type === 'CASH' ? amount(change) : ZERO);
    found.set(key, { saleId, type, paymentId, tenderNo: known?.tenderNo ?? tenderNo, left });
  }
  return [...found.values()];
}

/** Takes off what these sales gave back. */
export function lessRefunds(
  paid: readonly RefundableTender[],
  sales: readonly Pick<SaleDocument, 'tenders'>[],
): RefundableTender[] {
  const back = sales.flatMap(({ tenders }) => tenders).filter(({ refundOf }) => refundOf);
  return paid.map((tender) => ({
    ...tender,
    left: plus(
      tender.left,
      sum(back.filter((each) => isOf(each, tender)).map((each) => amount(each.amount))),
    ),
  }));
}

const isOf = ({ refundOf }: SaleTender, tender: TenderRef) =>
  refundOf?.saleId === tender.saleId && refundOf.tenderNo === tender.tenderNo;
