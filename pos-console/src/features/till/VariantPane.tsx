import { useLiveQuery } from '@/offline/live';
import { useEffect, useRef, useState } from 'react';
import { nextQuestion } from '@/domain/family';
import type { Product } from '@/domain/product';
import { variantsOf } from '@/offline/price-book';
import { useWords } from '@/shared/i18n';
import { Loading } from '@/shared/ui/states';
import { PaneHead } from './PaneHead';
import { PriceTag } from './PriceTag';
import { focusSearch, useTill } from './till-context';
import styles from './till.module.css';

/** Which variant of a family it is to be: one question after the other, each answered with one key. */
export function VariantPane({ familyId, family }: { familyId: string; family: string }) {
  const { device } = useTill();
  const { t } = useWords();
  const variants = useLiveQuery(
    (db) => variantsOf(db, device.store.id, familyId),
    [device.store.id, familyId],
  );
  return (
    <div className={styles.sidePane}>
      <PaneHead title={family} />
      {!variants ? (
        <Loading rows={2} height="5rem" />
      ) : variants.length === 0 ? (
        <p role="status">{t('variants.none')}</p>
      ) : (
        <Questions key={familyId} variants={variants} />
      )}
    </div>
  );
}

function Questions({ variants }: { variants: readonly Product[] }) {
  const { desk } = useTill();
  const { t } = useWords();
  const [left, setLeft] = useState(variants);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), [left]);
  const choose = (chosen: readonly Product[]) => {
    const [only] = chosen;
    if (chosen.length > 1 && nextQuestion(chosen)) setLeft(chosen);
    else if (only) {
      desk.sell(only);
      focusSearch();
    }
  };
  const question = nextQuestion(left);
  const answers = question?.answers ?? left.map((product) => ({ value: product.name, variants: [product] }));
  return (
    <>
      <h3 role="status">
        {question ? t('variants.choose', { option: question.option }) : t('variants.confirm')}
      </h3>
      <ul className={styles.answers}>
        {answers.map(({ value, variants: those }, index) => (
          <li key={value}>
            <button
              type="button"
              className={styles.tile}
              ref={index === 0 ? first : null}
              onClick={() => choose(those)}
            >
              <span className={styles.tileName}>{value}</span>
              {those.length === 1 && those[0] && (
                <span className={styles.tilePrice}>
                  <PriceTag product={those[0]} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
