import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { storeTime } from '@/domain/business-date';
import {
  findingsOf,
  firstMoment,
  listEffects,
  promotionEffects,
  type Effect,
  type Finding,
  type Moment,
} from '@/domain/effect/effect';
import { samplesOf, soldBasket, type Sample } from '@/domain/effect/samples';
import { EMPTY_BASKET, withProduct } from '@/domain/basket';
import { ONE, quantity } from '@/domain/decimal';
import type { PromotionTerms, PriceListTerms, ListedPrice } from '@/shared/http/shapes';
import type { Promotion, PromotionWindow } from '@/domain/pricing/price-book';
import type { NamedList } from '@/domain/pricing/store-prices';
import type { Product } from '@/domain/product';
import { get, query, type Page } from '@/shared/http/api';
import { readablePriceList, readablePromotion } from '@/shared/readable-terms';
import { usePlace, type Place } from '../place';
import type { Kept } from '../terms/nouns';
import {
  productNow,
  readOffers,
  readRecentSales,
  readSampleGoods,
  type RecentSale,
  type StoreTerms,
} from './catalog-samples';

/** What a change of prices does to made-up baskets and to those of the last sales. */
export interface Outcome {
  /** The store's time for which baskets are priced; null: it never holds any more. */
  readonly at: string | null;
  readonly made: readonly Effect[];
  readonly sold: readonly Effect[];
  readonly findings: readonly Finding[];
}

/** Where it stands: what is read, and what came of it. */
export interface EffectState {
  readonly outcome: Outcome | null;
  readonly failure: unknown;
  readonly retry: () => void;
  readonly sales: UseQueryResult<readonly RecentSale[]>;
}

/** Ids are given in the order of time: a new promotion is tried after all of its rank. */
const LAST_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

const FRESH = { staleTime: 5 * 60_000, refetchOnWindowFocus: false };

const LISTED = 12;

export function usePromotionEffect(
  terms: PromotionTerms | null,
  before: Kept<PromotionTerms> | null,
): EffectState {
  const place = usePlace();
  const queries = useQueryClient();
  const { store } = place;
  const offers = useOffers();
  const sales = useRecentSales();
  const id = before?.id ?? LAST_ID;
  const promotion = useMemo(() => terms && readablePromotion({ id, terms })[0], [id, terms]);
  const targets = promotion ? targetsOf(promotion) : [];
  const goods = useQuery({
    ...FRESH,
    queryKey: ['sample-goods', store.id, targets],
    queryFn: () => readSampleGoods({ queries, store }, targets, offers.data as StoreTerms),
    enabled: offers.data !== undefined && targets.length > 0,
    placeholderData: (last) => last,
  });
  const outcome = useMemo(() => {
    if (!promotion || !offers.data || !goods.data) return null;
    const others = offers.data.promotions.filter((other) => other.id !== id).flatMap(readablePromotion);
    const at = firstMoment(promotion.window, storeTime(new Date(), store.timeZone));
    const moment = momentOf(offers.data, place, at);
    const offering = (own: readonly Promotion[]) => ({ ...moment, promotions: [...others, ...own] });
    const moments = {
      ...{ without: offering([]), with: offering([promotion]) },
      stored: before && offering(before.terms.active ? readablePromotion(before) : []),
    };
    const effectsOf = (samples: readonly Sample[]) =>
      promotionEffects(samples, promotion, moments, place.minorDigits);
    const coupons = promotion.coupon === null ? [] : [promotion.coupon];
    const made = effectsOf(samplesOf(promotion, goods.data));
    const sold = effectsOf((sales.data ?? []).map((sale) => soldSample(sale, new Map(), coupons)));
    return { at, made, sold, findings: findingsOf([...made, ...sold]) };
  }, [promotion, offers.data, goods.data, sales.data, id, before, place, store.timeZone]);
  return {
    outcome,
    sales,
    failure: offers.error ?? goods.error,
    retry: () => void Promise.all([offers.refetch(), goods.refetch()]),
  };
}

export function usePriceListEffect(
  terms: PriceListTerms | null,
  before: Kept<PriceListTerms> | null,
): EffectState {
  const place = usePlace();
  const queries = useQueryClient();
  const { store, minorDigits } = place;
  const offers = useOffers();
  const sales = useRecentSales();
  const id = before?.id ?? LAST_ID;
  const list = useMemo(() => terms && readablePriceList({ id, terms })[0], [id, terms]);
  const goods = useQuery({
    ...FRESH,
    queryKey: ['sample-goods', store.id, id],
    queryFn: async () => {
      const page = await get<Page<ListedPrice>>(`/api/price-lists/${id}/prices${query({ limit: LISTED })}`);
      return Promise.all(
        page.items.map(async ({ productId, minimumQuantity }) => ({
          product: await productNow({ queries, store }, productId),
          from: quantity(minimumQuantity),
        })),
      );
    },
    enabled: before !== null,
  });
  const outcome = useMemo(() => {
    if (!list || !offers.data || (before && !goods.data)) return null;
    const others = offers.data.priceLists.filter((other) => other.id !== id).flatMap(readablePriceList);
    const at = firstMoment(windowOf(list), storeTime(new Date(), store.timeZone));
    const promotions = offers.data.promotions.flatMap(readablePromotion);
    const moment = { ...momentOf(offers.data, place, at), promotions };
    const offering = (own: readonly NamedList[]) => ({ ...moment, priceLists: [...others, ...own] });
    const moments = {
      ...{ without: offering([]), with: offering([list]) },
      stored: before && offering(before.terms.active ? readablePriceList(before) : []),
    };
    const listed = new Map((goods.data ?? []).map(({ product }) => [product.productId, product]));
    const made = (goods.data ?? []).map(({ product, from }, index): Sample => ({
      id: String(index),
      kind: 'GOODS',
      basket: withProduct(EMPTY_BASKET, product, from > ONE ? from : ONE),
      customerGroup: list.customerGroups[0] ?? null,
    }));
    const held = (sales.data ?? []).filter(({ lines }) =>
      lines.some(({ productId }) => listed.has(productId ?? '')),
    );
    const effectsOf = (samples: readonly Sample[]) => listEffects(samples, moments, minorDigits);
    const [effects, sold] = [effectsOf(made), effectsOf(held.map((sale) => soldSample(sale, listed, [])))];
    return { at, made: effects, sold, findings: [] };
  }, [list, offers.data, goods.data, sales.data, id, before, place, store.timeZone, minorDigits]);
  return {
    outcome,
    sales,
    failure: offers.error ?? goods.error,
    retry: () => void Promise.all([offers.refetch(), goods.refetch()]),
  };
}

function useOffers() {
  const { store } = usePlace();
  return useQuery({ ...FRESH, queryKey: ['offers', store.id], queryFn: () => readOffers(store) });
}

function useRecentSales(): UseQueryResult<readonly RecentSale[]> {
  const queries = useQueryClient();
  const { store } = usePlace();
  return useQuery({
    ...FRESH,
    queryKey: ['recent-sales', store.id],
    queryFn: () => readRecentSales({ queries, store }),
  });
}

const targetsOf = ({ parts, target }: Promotion) =>
  parts.length > 0 ? parts.map((part) => part.target) : [target];

const windowOf = ({ validFrom, validUntil }: NamedList): PromotionWindow => ({
  ...{ from: validFrom, until: validUntil },
  ...{ weekdays: [], startsAt: null, endsAt: null },
});

function momentOf(terms: StoreTerms, { store }: Place, at: string | null): Moment {
  return {
    promotions: [],
    priceLists: terms.priceLists.flatMap(readablePriceList),
    taxRates: [],
    lineages: terms.lineages,
    ...{ store: store.id, timeZone: store.timeZone },
    at: at ?? storeTime(new Date(), store.timeZone),
  };
}

/** A sale's basket: goods among `listed` at what the lists say, all others at what they were sold for. */
function soldSample(
  { id, occurredAt, customerGroup, lines, goodsOf }: RecentSale,
  listed: ReadonlyMap<string, Product>,
  coupons: readonly string[],
): Sample {
  const basket = soldBasket(lines, goodsOf, listed);
  return { id, kind: 'SALE', basket: { ...basket, coupons }, customerGroup, occurredAt };
}
