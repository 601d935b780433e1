import { amount, amountText, sum } from '@/domain/decimal';
import type { ForeignCount } from '@/domain/foreign-cash';
import { cashKept } from '@/domain/sale';
import { blindFigures, sessionFigures } from '@/domain/session-figures';
import type { StoredTillSession } from '@/offline/database';
import type { SessionJournal } from '@/offline/cash-drawer';
import { cashMoved } from '@/domain/cash-movement';
import { drawerOf } from '@/offline/till-device';
import type { SessionReport } from '@/shared/http/shapes';

export interface LocalClosing {
  readonly countedCash: string;
  readonly foreign?: readonly ForeignCount[] | undefined;
  readonly closedAt: string;
  readonly closedByName: string;
  readonly reason: string | null;
}

/** The report of a session from what this device holds, in the server's shape; a Z report gets its number from the server. */
export function localReport(
  session: StoredTillSession,
  journal: SessionJournal,
  currency: string,
  minorDigits: number,
  options: { readonly blind: boolean; readonly closing?: LocalClosing | undefined },
): SessionReport {
  const { closing } = options;
  const figures = sessionFigures(
    {
      openingFloat: session.openingFloat,
      countedCash: closing?.countedCash ?? null,
      countedForeign: closing?.foreign,
      sales: journal.sales,
      movements: journal.movements.map(({ body }) => body),
      voids: journal.voids.map(({ body }) => body),
    },
    minorDigits,
  );
  return {
    tillSessionId: session.id,
    tillId: session.tillId,
    drawer: drawerOf(session),
    storeId: session.storeId,
    currency,
    businessDate: session.businessDate,
    openedAt: session.openedAt,
    openedByName: session.openedByName ?? '',
    closedAt: closing?.closedAt ?? null,
    closedByName: closing?.closedByName ?? null,
    zNumber: null,
    counted: closing ? true : null,
    reason: closing?.reason ?? null,
    figures: options.blind ? blindFigures(figures) : figures,
    movements: journal.movements.map(({ id, body, cashierName }) => ({
      ...body,
      id,
      movedByName: cashierName,
      late: false,
    })),
    handOvers: handOversOf(session, journal, minorDigits, options.blind),
    voidedBaskets: journal.voids.map(({ id, body, cashierName }) => ({
      id,
      voidedAt: body.voidedAt,
      voidedByName: cashierName,
      lines: body.lines.length,
      total: body.total,
      taken: amountText(sum(body.tenders.map((tender) => amount(tender.amount))), minorDigits),
      late: false,
    })),
    corrected: null,
    lateSales: [],
  };
}

/** Each hand-over is compared with what had been sold and moved until then. */
function handOversOf(
  session: StoredTillSession,
  journal: SessionJournal,
  minorDigits: number,
  blind: boolean,
): SessionReport['handOvers'] {
  return journal.handOvers.map(({ seq, body, cashierName }) => {
    const before = <T extends { readonly seq: number }>(entries: readonly T[]) =>
      entries.filter((entry) => entry.seq < seq);
    const expected =
      amount(session.openingFloat) +
      before(journal.sales).reduce((total, sale) => total + cashKept(sale.body), 0n) +
      cashMoved(before(journal.movements).map((movement) => movement.body));
    const difference = (amount(body.countedCash) - expected) as ReturnType<typeof amount>;
    return {
      handedOverAt: body.handedOverAt,
      from: cashierName,
      to: body.takenOverBy,
      countedCash: blind ? null : body.countedCash,
      difference: blind ? null : amountText(difference, minorDigits),
    };
  });
}
