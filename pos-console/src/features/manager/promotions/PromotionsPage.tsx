import { useQuery } from '@tanstack/react-query';
import { BadgePercent } from 'lucide-react';
import { useMemo } from 'react';
import { getAll, query } from '@/shared/http/api';
import type { Promotion, PromotionTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { useStoreNames } from '../place';
import { TermsPage, useShown, useWantedState } from '../terms/TermsPage';
import { whereItHolds } from '../terms/words';
import { useGoodsNames } from './goods';
import { PromotionSheet } from './PromotionSheet';
import { fromHowMuch, whatItDoes, whenItHolds } from './promotion-words';

const MOST = 2_000;

const foundBy = ({ name, coupon }: PromotionTerms) => [name, coupon ?? ''];

/** What the shop promotes. */
export default function PromotionsPage() {
  const { t, format } = useWords();
  const wanted = useWantedState();
  const active = wanted === undefined ? null : wanted !== 'ENDED';
  const promotions = useQuery({
    queryKey: ['promotions', active],
    queryFn: () => getAll<Promotion>(`/api/promotions${query({ active, limit: 500 })}`, MOST),
  });
  const shown = useShown(promotions.data, foundBy);
  const storeName = useStoreNames();
  const nameOf = useGoodsNames(useMemo(() => shown.map(({ terms }) => terms), [shown]));
  const telling = { t, format, nameOf };
  return (
    <TermsPage
      noun="promotions"
      loaded={promotions}
      shown={shown}
      icon={<BadgePercent size={32} aria-hidden="true" />}
      does={(terms) => [whatItDoes(terms, telling), ...fromHowMuch(terms, telling)].join(', ')}
      columns={[
        { head: t('promotions.when'), cell: (terms) => whenItHolds(terms, telling) },
        { head: t('promotions.where'), cell: (terms) => whereItHolds(terms, storeName, telling) },
        { head: t('promotions.coupon'), cell: ({ coupon }) => coupon ?? '' },
      ]}
      cut={(promotions.data?.length ?? 0) >= MOST ? t('promotions.cut', { count: MOST }) : undefined}
      sheet={(id) => <PromotionSheet key={id} id={id} />}
    />
  );
}
