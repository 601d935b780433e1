import type { CashMovement } from '../src/domain/cash-movement.ts';
import type { ForeignCount } from '../src/domain/foreign-cash.ts';
import type { SaleDocument } from '../src/domain/sale.ts';
import type { SessionFigures } from '../src/domain/session-figures.ts';

type Json = Record<string, unknown>;

interface MockSession {
  id: string;
  tillId: string;
  storeId: string;
  drawer: number;
  currency: string;
  businessDate: string;
  openingFloat: string;
  openedAt: string;
  closing: Json | null;
  movements: (CashMovement & { id: string })[];
  handOvers: Json[];
  voidedBaskets: { readonly total: string; readonly [word: string]: unknown }[];
}

const yesterday = (hour: string) =>
  `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T${hour}Z`;

/** Till sessions, what tills told of themselves and what is to be looked after, for the mock suite. */
export function mockShift(salesOf: (sessionId: string) => readonly SaleDocument[]) {
  const sessions: MockSession[] = [
    {
      ...{ id: 'forgotten', tillId: 'berlin-2', storeId: 'berlin', drawer: 1, currency: 'EUR' },
      ...{
        businessDate: yesterday('').slice(0, 10),
        openingFloat: '150.00',
        openedAt: yesterday('07:58:00'),
      },
      ...{ closing: null, movements: [], handOvers: [], voidedBaskets: [] },
    },
  ];
  const heard = new Map<string, Json>([
    [
      'berlin-2',
      {
        ...{
          at: yesterday('19:02:00'),
          cashierName: 'Ben Roth',
          unsent: 3,
          unsentSince: yesterday('18:40:00'),
        },
        ...{ appVersion: '0.1.0' },
      },
    ],
  ]);
  const done: Json[] = [];
  const find = (id: string | undefined) => sessions.find((session) => session.id === id);

  const figuresOf = (session: MockSession, countedCash: string | null) =>
    addUp(session, salesOf(session.id), countedCash, (session.closing?.counts ?? []) as ForeignCount[]);

  function close(session: MockSession, body: Json): Json {
    const before = sessions.filter(({ tillId, closing }) => tillId === session.tillId && closing).length;
    const counted = (body.countedCash as string | null) ?? null;
    const figures = figuresOf(session, counted);
    session.closing = {
      ...{ closedAt: body.closedAt, closedBy: 'x', closedByName: 'Clara Sommer', tenders: [] },
      ...{ expectedCash: figures.expectedCash, countedCash: counted ?? figures.expectedCash },
      ...{ difference: figures.difference ?? '0.00', counted: counted !== null, cashMoved: '0.00' },
      counts: body.foreign ?? [],
      ...{ zNumber: before + 1, sales: figures.sales, returns: figures.returns, reason: body.reason ?? null },
    };
    return session.closing;
  }

  return {
    put(path: readonly string[], body: Json): Json | null {
      const [, , noun, id = '', step, stepId] = path;
      if (noun === 'till-states') {
        heard.set(id, { ...body, at: new Date().toISOString(), cashierName: 'Clara Sommer' });
        return { closedElsewhere: [] };
      }
      if (noun === 'tasks') {
        const task = { ...body, id: step, finishedByName: 'Lea Lorenz' };
        done.unshift(task);
        return task;
      }
      if (noun !== 'till-sessions') return null;
      const session = find(id);
      if (!step || !session) {
        const opened = {
          drawer: 1,
          ...body,
          id,
          closing: null,
          movements: [],
          handOvers: [],
          voidedBaskets: [],
        };
        if (!session) sessions.push(opened as unknown as MockSession);
        return { ...body, id };
      }
      if (step === 'closing') return close(session, body);
      if (step === 'cash-movements') {
        session.movements.push({ ...(body as unknown as CashMovement), id: stepId ?? '' });
        return { ...body, id: stepId };
      }
      if (step === 'voids') {
        const { voidedAt, total, lines } = body as { voidedAt: string; total: string; lines: unknown[] };
        const by = { voidedByName: 'Clara Sommer', taken: '0.00', late: false };
        session.voidedBaskets.push({ id: stepId, voidedAt, total, lines: lines.length, ...by });
        return { ...body, id: stepId };
      }
      session.handOvers.push({
        ...{ handedOverAt: body.handedOverAt, from: 'Clara Sommer', to: body.takenOverBy },
        ...{ countedCash: body.countedCash, difference: '0.00' },
      });
      return body;
    },
    list: (storeId: string) =>
      sessions
        .filter((session) => session.storeId === storeId && session.closing)
        .map((session) => ({ ...session, openedByName: 'Clara Sommer', state: 'CLOSED' })),
    report(id: string): Json | null {
      const session = find(id);
      if (!session) return null;
      const { closing } = session;
      return {
        ...session,
        ...{ tillSessionId: id, openedByName: 'Clara Sommer', closedAt: closing?.closedAt ?? null },
        ...{ closedByName: closing?.closedByName ?? null, zNumber: closing?.zNumber ?? null },
        ...{
          counted: closing?.counted ?? null,
          reason: closing?.reason ?? null,
          corrected: null,
          lateSales: [],
        },
        figures: figuresOf(session, closing?.counted === true ? (closing.countedCash as string) : null),
        movements: session.movements.map((each) => ({ ...each, movedByName: 'Clara Sommer', late: false })),
      };
    },
    live: (tills: readonly { id: string; name: string }[], today: string) =>
      tills.map(({ id, name }) => ({
        ...{ tillId: id, name, heard: heard.get(id) ?? null },
        sessions: sessions
          .filter(({ tillId, closing }) => tillId === id && !closing)
          .map((session) => {
            const figures = figuresOf(session, null);
            return {
              ...session,
              ...{ forgotten: session.businessDate < today, openedByName: 'Clara Sommer', lastSaleAt: null },
              ...{ sales: figures.sales, returns: figures.returns, total: figures.total },
              expectedCash: figures.expectedCash,
            };
          }),
      })),
    done: () => done,
    tasks: () =>
      [
        {
          ...{ kind: 'SALE_ANOMALY', subject: 's1/0/CLOCK_AHEAD', about: 'CLOCK_AHEAD', tillId: 'berlin-1' },
          ...{ detail: 'The clock of till berlin-1 is ahead.', since: yesterday('12:00:00'), saleId: 's1' },
          ...{ businessDate: yesterday('').slice(0, 10), receiptNumber: 17, tillSessionId: null },
        },
      ].filter(({ subject }) => !done.some((task) => task.subject === subject)),
  };
}

const cents = (text: string) => Math.round(Number(text) * 100);
const text = (value: number) => (value / 100).toFixed(2);

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): T[][] =>
  [...new Set(items.map(keyOf))].sort().map((key) => items.filter((item) => keyOf(item) === key));

/** What the server would answer; cashiers are left out. */
function addUp(
  { movements, openingFloat, voidedBaskets }: MockSession,
  sales: readonly SaleDocument[],
  countedCash: string | null,
  countedForeign: readonly ForeignCount[],
): SessionFigures {
  const total = (values: readonly string[]) => values.reduce((sum, value) => sum + cents(value), 0);
  const lines = sales.flatMap((sale) => sale.lines);
  const tenders = sales.flatMap((sale) => sale.tenders);
  const ofKind = (kind: string) => total(movements.filter((each) => each.kind === kind).map((m) => m.amount));
  const sold = total(lines.filter(({ kind }) => kind === 'SALE').map((line) => line.amount));
  const returned = total(lines.filter(({ kind }) => kind === 'RETURN').map((line) => line.amount));
  const change = total(sales.map((sale) => sale.change));
  const own = tenders.filter(({ type, foreign }) => type === 'CASH' && !foreign);
  const cash = total(own.map((tender) => tender.amount)) - change;
  const moved = ofKind('PAY_IN') - ofKind('PAY_OUT') - ofKind('SKIM');
  const expected = cents(openingFloat) + cash + moved;
  const goods = sales.filter((sale) => sale.lines.length > 0);
  const backs = goods.filter((sale) => sale.lines.every(({ kind }) => kind === 'RETURN')).length;
  return {
    ...{ sales: goods.length - backs, returns: backs, sold: text(sold), returned: text(returned) },
    ...{ total: text(sold + returned), discounts: '0.00', cashRounding: '0.00', change: text(change) },
    ...{ cashiers: [], openingFloat, countedCash },
    deposits: (['TAKEN', 'APPLIED', 'REFUNDED'] as const).flatMap((kind) => {
      const own = sales.flatMap(({ deposit }) => (deposit?.kind === kind ? deposit.amount : []));
      return own.length === 0 ? [] : { kind, count: own.length, amount: text(total(own)) };
    }),
    tips: grouped(
      sales.flatMap(({ tip }) => tip ?? []),
      ({ recipient }) => recipient.name,
    ).map((group) => ({
      ...{ name: group[0]?.recipient.name ?? '', count: group.length },
      amount: text(total(group.map(({ amount }) => amount))),
    })),
    taxes: grouped(
      sales.flatMap((sale) => sale.taxes),
      (tax) => `${tax.category} ${tax.rate}`,
    ).map((group) => ({
      ...{ category: group[0]?.category ?? '', rate: Number(group[0]?.rate).toFixed(2) },
      net: text(total(group.map(({ net }) => net))),
      tax: text(total(group.map(({ tax }) => tax))),
      gross: text(total(group.map(({ gross }) => gross))),
    })),
    tenders: grouped(tenders, ({ type }) => type).map((group) => ({
      ...{ type: group[0]?.type ?? '', count: group.length },
      amount: text(total(group.map(({ amount }) => amount))),
    })),
    foreignCash: grouped(
      tenders.flatMap(({ foreign, amount: worth }) => (foreign ? [{ ...foreign, worth }] : [])),
      ({ currency }) => currency,
    ).map((group) => {
      const currency = group[0]?.currency ?? '';
      const taken = total(group.map(({ amount }) => amount));
      const counted = countedForeign.find((each) => each.currency === currency)?.amount ?? null;
      return {
        ...{ currency, count: group.length, amount: text(taken), counted },
        worth: text(total(group.map(({ worth }) => worth))),
        difference: counted === null ? null : text(cents(counted) - taken),
      };
    }),
    ...{ paidIn: text(ofKind('PAY_IN')), paidOut: text(ofKind('PAY_OUT')), skimmed: text(ofKind('SKIM')) },
    noSales: movements.filter(({ kind }) => kind === 'NO_SALE').length,
    voids: voidedBaskets.length,
    voided: text(total(voidedBaskets.map((each) => each.total))),
    expectedCash: text(expected),
    difference: countedCash === null ? null : text(cents(countedCash) - expected),
  };
}
