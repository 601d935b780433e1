import { products } from './mock-data.ts';

type Json = Record<string, unknown>;

interface Terms {
  readonly name: string;
  readonly selection: {
    readonly categories: string[];
    readonly products: string[];
    readonly exceptProducts: string[];
    readonly search: string | null;
  };
  readonly edit: Json & { readonly kind: string; readonly value: string | null };
}

interface MockSet extends Json {
  readonly id: string;
  readonly terms: Terms;
  readonly state: string;
  readonly version: number;
  readonly history: Json[];
}

const TAX = 1.19;

/** The catalog's change sets, in memory: prices change in what is shown, not in what is sold. */
export function mockChangeSets() {
  const sets = new Map<string, MockSet>();

  const line = (product: (typeof products)[number], at: number, { edit }: Terms) => {
    const before = Number(product.price);
    const value = Number(edit.value ?? 0);
    const after =
      edit.kind === 'SET'
        ? value
        : edit.kind === 'AMOUNT'
          ? before + value
          : edit.kind === 'PERCENT'
            ? (before * (100 + value)) / 100
            : before;
    const rounded = edit.rounding ? Math.round(after - 0.99) + 0.99 : after;
    const cost = at % 3 === 0 ? null : before * (at % 7 === 1 ? 0.86 : 0.55);
    const margin = (price: number) =>
      cost === null || price <= 0 ? null : ((100 * (price / TAX - cost)) / (price / TAX)).toFixed(1);
    const fails = rounded < 0 || at % 11 === 5;
    const note = rounded < 0 ? 'NEGATIVE' : fails ? 'FIXED_PRICE' : 'BELOW_COST';
    const loses = cost !== null && rounded / TAX < cost;
    return {
      ...{ productId: product.productId, sku: product.sku, name: product.name, minimumQuantity: '0' },
      outcome: fails ? 'FAILS' : rounded.toFixed(2) === product.price ? 'UNCHANGED' : 'CHANGES',
      ...{ priceBefore: product.price, priceAfter: rounded.toFixed(2) },
      difference: (rounded - before).toFixed(2),
      ...{ cost: cost?.toFixed(2) ?? null, marginBefore: margin(before), marginAfter: margin(rounded) },
      ...{ valueBefore: 'ACTIVE', valueAfter: (edit.status as string | null) ?? null },
      notes:
        fails || loses
          ? [{ note, at: '2026-12-06T23:00:00Z', amount: fails ? product.price : null, other: null }]
          : [],
    };
  };

  const linesOf = (terms: Terms) => {
    const { categories, products: chosen, exceptProducts, search } = terms.selection;
    return products
      .filter(
        ({ productId, categoryId, name, sku }) =>
          (categories.length === 0 || categories.includes(categoryId ?? '')) &&
          (chosen.length === 0 || chosen.includes(productId)) &&
          !exceptProducts.includes(productId) &&
          `${name} ${sku}`.toLowerCase().includes((search ?? '').toLowerCase()),
      )
      .map((product, at) => line(product, at, terms));
  };

  const preview = (terms: Terms, show: string | null) => {
    const lines = linesOf(terms);
    const changing = lines.filter(({ outcome }) => outcome === 'CHANGES');
    const known = changing.filter(({ cost }) => cost !== null);
    const sum = (part: (one: (typeof lines)[number]) => number) =>
      known.reduce((all, one) => all + part(one), 0);
    const net = (name: 'priceBefore' | 'priceAfter') => sum((one) => Number(one[name]) / TAX);
    const cost = sum((one) => Number(one.cost));
    const margin = (all: number) => (all === 0 ? null : ((100 * (all - cost)) / all).toFixed(1));
    const average = changing.reduce(
      (all, one) => all + (100 * Number(one.difference)) / Number(one.priceBefore),
      0,
    );
    return {
      summary: {
        products: lines.length,
        changes: changing.length,
        unchanged: lines.filter(({ outcome }) => outcome === 'UNCHANGED').length,
        withoutPrice: 0,
        failing: lines.filter(({ outcome }) => outcome === 'FAILS').length,
        warned: changing.filter(({ notes }) => notes.length > 0).length,
        belowCost: changing.filter(({ notes }) => notes.length > 0).length,
        averageChange: changing.length === 0 ? null : (average / changing.length).toFixed(2),
        costKnown: known.length,
        profitBefore: (net('priceBefore') - cost).toFixed(2),
        profitAfter: (net('priceAfter') - cost).toFixed(2),
        marginBefore: margin(net('priceBefore')),
        marginAfter: margin(net('priceAfter')),
        fingerprint: '0'.repeat(64),
      },
      items: lines.filter(({ outcome, notes }) =>
        show === 'FAILS' ? outcome === 'FAILS' : show === 'NOTED' ? notes.length > 0 : true,
      ),
      nextCursor: null,
    };
  };

  const turned = (id: string, values: Json & { state: string }) => {
    const before = sets.get(id);
    const step = { state: values.state, at: new Date().toISOString(), by: 'mock', byName: 'Martin Vogt' };
    const kept = {
      ...{ appliesAt: null, problem: null, lines: 0, left: 0 },
      ...before,
      ...values,
      ...{ id, version: (before?.version ?? -1) + 1, changedAt: step.at },
      history: [...(before?.history ?? []), step],
    } as unknown as MockSet;
    sets.set(id, kept);
    return { status: before ? 200 : 201, body: kept };
  };

  return {
    preview,
    list: () =>
      [...sets.values()].reverse().map(({ terms, history, ...set }) => ({
        ...set,
        ...{ name: terms.name, edit: terms.edit, changedByName: history.at(-1)?.byName },
      })),
    find: (id: string) => sets.get(id) ?? null,
    lines: (id: string, left: boolean) =>
      linesOf(sets.get(id)?.terms as Terms)
        .filter(({ outcome }) => outcome === 'CHANGES')
        .map((each, at) => ({
          ...each,
          state: sets.get(id)?.state === 'REVERTED' ? (at === 1 ? 'CHANGED_SINCE' : 'SET_BACK') : 'SET',
        }))
        .filter(({ state }) => !left || state === 'CHANGED_SINCE'),
    put: (id: string, step: string | undefined, body: Json, ifMatch: string | undefined) => {
      const before = sets.get(id);
      if (step === 'reversal') return turned(id, { state: 'REVERTED', left: 1 });
      if ((before ? `"${before.version}"` : undefined) !== ifMatch && (before || ifMatch))
        return { status: 412, body: { type: '/problems/stale', title: 'Stale', status: 412, errors: [] } };
      if (step === 'application') {
        const changing = linesOf((before as MockSet).terms).filter(({ outcome }) => outcome === 'CHANGES');
        const at = typeof body.at === 'string' ? `${body.at}:00Z` : new Date().toISOString();
        return turned(id, {
          state: body.at ? 'SCHEDULED' : 'APPLIED',
          ...{ appliesAt: at, lines: changing.length },
        });
      }
      return turned(id, { state: 'DRAFT', terms: body });
    },
  };
}
