import { amount, plus, ZERO, type Amount } from '@/domain/decimal';
import type { SaleDocument } from '@/domain/sale';
import type { Known } from './bring-in';
import type { Held, HeldDocument, HeldKind, Proof } from './held';

/** What of one till was held, in figures that a person can compare with a drawer. */
export interface OfTill {
  readonly tillId: string;
  readonly sales: number;
  readonly returns: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly currency: string | null;
  /** What the sales come to, returns taken off. */
  readonly total: Amount;
  readonly others: Readonly<Partial<Record<HeldKind, number>>>;
  /** How many of all these documents the server has. */
  readonly known: number;
  readonly documents: number;
}

/** Documents by till, in the order in which the tills come. */
export function described({ documents }: Pick<Held, 'documents'>, known: Known): OfTill[] {
  const tills = new Map<string, OfTill>();
  for (const document of documents) {
    const { tillId } = document;
    tills.set(
      tillId,
      withDocument(tills.get(tillId) ?? nothingOf(tillId), document, known.document(document)),
    );
  }
  return [...tills.values()];
}

const nothingOf = (tillId: string): OfTill => ({
  ...{ tillId, sales: 0, returns: 0, first: null, last: null, currency: null, total: ZERO },
  ...{ others: {}, known: 0, documents: 0 },
});

function withDocument(so: OfTill, { kind, body }: HeldDocument, known: boolean): OfTill {
  const counted = { ...so, documents: so.documents + 1, known: so.known + (known ? 1 : 0) };
  if (kind !== 'sale') return { ...counted, others: { ...so.others, [kind]: (so.others[kind] ?? 0) + 1 } };
  const sale = body as SaleDocument;
  const comesBack = sale.lines.length > 0 && sale.lines.every((line) => line.kind === 'RETURN');
  return {
    ...counted,
    ...{ sales: so.sales + (comesBack ? 0 : 1), returns: so.returns + (comesBack ? 1 : 0) },
    first: so.first === null || sale.occurredAt < so.first ? sale.occurredAt : so.first,
    last: so.last === null || sale.occurredAt > so.last ? sale.occurredAt : so.last,
    currency: sale.currency,
    total: plus(so.total, amount(sale.total)),
  };
}

/** How many documents stand by which proof. */
export function proofs({ documents }: Pick<Held, 'documents'>): Readonly<Record<Proof, number>> {
  const counts = { proven: 0, restored: 0, unproven: 0, unsigned: 0 };
  for (const { proof } of documents) counts[proof]++;
  return counts;
}
