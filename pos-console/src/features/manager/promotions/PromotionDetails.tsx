import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { get } from '@/shared/http/api';
import type { CouponStanding, PromotionTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import manager from '../manager.module.css';
import { Facts } from '../terms/Facts';
import type { Kept } from '../terms/nouns';
import { useGoodsNames } from './goods';
import { fromHowMuch, whatItDoes, whenItHolds } from './promotion-words';

/** Everything about a promotion, in words. */
export function PromotionDetails({ promotion }: { promotion: Kept<PromotionTerms> }) {
  const { terms } = promotion;
  const { t, format } = useWords();
  const nameOf = useGoodsNames(useMemo(() => [terms], [terms]));
  const telling = { t, format, nameOf };
  const coupon = useCouponWords(terms.coupon ?? null);
  const goods = [terms.target, ...terms.parts.map((part) => part.target)];
  const named = (ids: readonly string[]) =>
    format.list([...new Set(ids)].map((id) => nameOf(id) ?? t('promotions.products', { count: 1 })));
  const chosen = goods.flatMap(({ categories, products }) => [...categories, ...products]);
  const except = goods.flatMap(({ exceptProducts }) => exceptProducts);
  return (
    <div className={manager.sheet}>
      <p>{whatItDoes(terms, telling)}</p>
      <Facts
        kept={promotion}
        first={[
          [t('promotions.goods'), chosen.length > 0 ? named(chosen) : t('promotions.allGoods')],
          ...(except.length > 0 ? [[t('promotions.exceptGoods'), named(except)] as const] : []),
          ...fromHowMuch(terms, telling).map((told) => [t('promotions.condition'), told] as const),
          [t('promotions.when'), whenItHolds(terms, telling)],
          ...(coupon === null ? [] : [[t('promotions.coupon'), coupon] as const]),
          ...(terms.customerGroups.length > 0
            ? [[t('promotions.groups'), format.list(terms.customerGroups)] as const]
            : []),
          ...(terms.maximumUses
            ? [[t('promotions.maximumUses'), format.number(terms.maximumUses)] as const]
            : []),
        ]}
        last={[[t('promotions.together'), t(terms.exclusive ? 'promotions.alone' : 'promotions.stacks')]]}
      />
    </div>
  );
}

/** The code, and as soon as the server has answered how often it was used. */
function useCouponWords(code: string | null): string | null {
  const { t, format } = useWords();
  const { data } = useQuery({
    queryKey: ['coupons', code],
    queryFn: ({ signal }) =>
      get<CouponStanding>(`/api/coupons/${encodeURIComponent(code ?? '')}`, { signal }),
    enabled: code !== null,
    retry: false,
  });
  if (code === null || !data) return code;
  const { limit, used } = data;
  return limit == null
    ? t('promotions.couponUsed', { code, count: used })
    : t('promotions.couponUsedOf', { code, count: used, limit: format.number(limit) });
}
