import { Fragment } from 'react';
import { useWords } from '@/shared/i18n';
import { usePlace, useStoreNames } from '../place';
import type { Kept } from './nouns';
import type { Timed } from './state';
import { StateMark } from './StateMark';
import styles from './terms.module.css';
import { whereItHolds } from './words';

/** Where something stands, and everything about it in words: what is its own, then what all terms have. */
export function Facts<T extends Timed & { readonly stores: readonly string[]; readonly priority: number }>({
  kept: { terms, changedAt },
  first,
  last,
}: {
  kept: Kept<T>;
  first: readonly (readonly [string, string])[];
  last: readonly (readonly [string, string])[];
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  const storeName = useStoreNames();
  const facts = [
    ...first,
    [t('promotions.where'), whereItHolds(terms, storeName, { t, format })] as const,
    [t('promotions.priority'), format.number(terms.priority)] as const,
    ...last,
    [t('promotions.changed'), format.dateTime(changedAt, store.timeZone)] as const,
  ];
  return (
    <>
      <p>
        <StateMark terms={terms} />
      </p>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
