import type { Promotion, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { usePlace } from '../place';
import manager from '../manager.module.css';
import { localTime, stateOf } from './promotion-state';
import { PromotionStateMark } from './PromotionStateMark';
import { fromHowMuch, whatItDoes, whenItHolds, whereItHolds } from './promotion-words';
import styles from './promotions.module.css';

/** Everything about a promotion, in words. */
export function PromotionDetails({
  promotion: { terms, changedAt },
  stores,
  nameOf,
}: {
  promotion: Promotion;
  stores: readonly Store[];
  nameOf: (id: string) => string | undefined;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const telling = { t, format, nameOf };
  const goods = [terms.target, ...terms.parts.map((part) => part.target)];
  const named = (ids: readonly string[]) =>
    format.list([...new Set(ids)].map((id) => nameOf(id) ?? t('promotions.products', { count: 1 })));
  const chosen = goods.flatMap(({ categories, products }) => [...categories, ...products]);
  const except = goods.flatMap(({ exceptProducts }) => exceptProducts);
  const facts: readonly (readonly [string, string])[] = [
    [t('promotions.goods'), chosen.length > 0 ? named(chosen) : t('promotions.allGoods')],
    ...(except.length > 0 ? [[t('promotions.exceptGoods'), named(except)] as const] : []),
    ...fromHowMuch(terms, telling).map((told) => [t('promotions.condition'), told] as const),
    [t('promotions.when'), whenItHolds(terms, telling)],
    [
      t('promotions.where'),
      whereItHolds(terms, (id) => stores.find((one) => one.id === id)?.name ?? id, telling),
    ],
    ...(terms.coupon ? [[t('promotions.coupon'), terms.coupon] as const] : []),
    ...(terms.customerGroups.length > 0
      ? [[t('promotions.groups'), format.list(terms.customerGroups)] as const]
      : []),
    ...(terms.maximumUses ? [[t('promotions.maximumUses'), format.number(terms.maximumUses)] as const] : []),
    [t('promotions.priority'), format.number(terms.priority)],
    [t('promotions.together'), t(terms.exclusive ? 'promotions.alone' : 'promotions.stacks')],
    [t('promotions.changed'), format.dateTime(changedAt, store.timeZone)],
  ];
  return (
    <div className={manager.sheet}>
      <p>
        <PromotionStateMark state={stateOf(terms, localTime(new Date(), store.timeZone))} />
      </p>
      <p>{whatItDoes(terms, telling)}</p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
