import { promotions } from './mock-data.ts';

type Terms = Record<string, unknown>;

interface Kept {
  readonly id: string;
  readonly terms: Terms;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The catalog's promotions, in memory, with the refusals that the console tells about. */
export function mockPromotions() {
  const kept = new Map<string, Kept>(promotions.map((promotion) => [promotion.id, promotion]));
  return {
    find: (id: string) => kept.get(id) ?? null,
    list: (active: string | null) =>
      [...kept.values()].filter(({ terms }) => active === null || String(terms.active) === active),
    ofStore: (storeId: string) =>
      [...kept.values()].filter(
        ({ terms }) =>
          terms.active === true &&
          ((terms.stores as string[]).length === 0 || (terms.stores as string[]).includes(storeId)),
      ),
    version: () => [...kept.values()].reduce((sum, { version }) => sum + version + 1, 0),
    put: (id: string, terms: Terms, ifMatch: string | undefined): Answer => {
      const before = kept.get(id);
      if (before && JSON.stringify(before.terms) === JSON.stringify(terms))
        return { status: 200, body: before };
      if ((before === undefined ? undefined : `"${before.version}"`) !== ifMatch)
        return refusal(412, 'stale', 'Somebody else has changed it. Read it again.', []);
      const errors = [...wrongWith(terms)];
      if (errors[0]) return refusal(422, 'promotion-not-valid', errors[0].detail, errors);
      const taken = [...kept.values()].some(
        (other) => other.id !== id && terms.coupon !== null && other.terms.coupon === terms.coupon,
      );
      if (taken)
        return refusal(409, 'coupon-taken', 'Another active promotion is given for this coupon.', [
          { pointer: '/coupon', detail: 'is taken' },
        ]);
      const promotion = {
        id,
        terms,
        version: before === undefined ? 0 : before.version + 1,
        changedAt: new Date().toISOString(),
        changedBy: 'mock',
      };
      kept.set(id, promotion);
      return { status: before === undefined ? 201 : 200, body: promotion };
    },
  };
}

interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

function* wrongWith(terms: Terms): Iterable<FieldError> {
  const parts = (terms.parts as unknown[]).length;
  if (terms.kind === 'BUY_X_GET_Y' && parts !== 2)
    yield { pointer: '/parts', detail: 'BUY_X_GET_Y has two parts: what is bought, and what is given.' };
  if (String(terms.name).includes('forbidden'))
    yield { pointer: '/name', detail: 'This name is not allowed.' };
}

const refusal = (status: number, slug: string, detail: string, errors: FieldError[]): Answer => ({
  status,
  body: { type: `/problems/${slug}`, title: detail, status, detail, errors },
});
