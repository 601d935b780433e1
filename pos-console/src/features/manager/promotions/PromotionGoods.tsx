import { Plus } from 'lucide-react';
import { useWords, type Say } from '@/shared/i18n';
import { Button, Field, FieldError } from '@/shared/ui/controls';
import { usePlace } from '../place';
import { GoodsPicker } from './GoodsPicker';
import { EVERYTHING, NEEDS, type PartDraft, type PromotionDraft } from './promotion-draft';
import type { DraftPart } from '../forms/use-draft-form';
import styles from '../forms/forms.module.css';

const MOST_PARTS = 10;

/** What is taken off, and of which goods. */
export function PromotionGoods({
  draft,
  change,
  errorAt,
  nameOf,
}: DraftPart<PromotionDraft> & { nameOf: (id: string) => string | undefined }) {
  const { t } = useWords();
  const { store } = usePlace();
  const { value, parts } = NEEDS[draft.kind];
  const set = parts.length > 0;
  const number = (
    name: 'percent' | 'amount' | 'price' | 'minimumAmount' | 'minimumQuantity',
    label: string,
  ) => (
    <Field
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={draft[name]}
      error={errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <>
      {number(
        value,
        value === 'percent'
          ? t(set ? 'promotions.percentOfGiven' : 'promotions.percent')
          : t(value === 'price' ? 'promotions.price' : `promotions.amount.${amountOf(draft.kind)}`, {
              currency: store.currency,
            }),
      )}
      {set ? (
        <Sets draft={draft} change={change} errorAt={errorAt} nameOf={nameOf} />
      ) : (
        <GoodsPicker
          legend={t('promotions.goods')}
          goods={draft.target}
          nameOf={nameOf}
          error={errorAt('/target')}
          change={(target) => change({ target })}
        />
      )}
      {!set && (
        <div className={styles.pair}>
          {number('minimumAmount', t('promotions.minimumAmount', { currency: store.currency }))}
          {number('minimumQuantity', t('promotions.minimumQuantity'))}
        </div>
      )}
    </>
  );
}

const amountOf = (kind: string) => (kind === 'BASKET_AMOUNT' ? 'basket' : 'piece');

function Sets({
  draft,
  change,
  errorAt,
  nameOf,
}: DraftPart<PromotionDraft> & { nameOf: (id: string) => string | undefined }) {
  const { t } = useWords();
  const wrong = errorAt('/parts');
  const put = (at: number, part: PartDraft) => change({ parts: draft.parts.with(at, part) });
  return (
    <>
      {draft.parts.map((part, at) => (
        <div key={at} className={styles.form}>
          <GoodsPicker
            legend={partName(draft.kind, at, t)}
            goods={part.target}
            nameOf={nameOf}
            error={errorAt(`/parts/${at}/target`)}
            change={(target) => put(at, { ...part, target })}
          />
          <div className={styles.pair}>
            <Field
              label={t('promotions.pieces', { part: partName(draft.kind, at, t) })}
              inputMode="numeric"
              autoComplete="off"
              value={part.pieces}
              error={errorAt(`/parts/${at}/pieces`)}
              onChange={(event) => put(at, { ...part, pieces: event.target.value })}
            />
            {draft.kind === 'BUNDLE' && draft.parts.length > 1 && (
              <Button look="quiet" onClick={() => change({ parts: draft.parts.toSpliced(at, 1) })}>
                {t('promotions.removePart', { part: partName(draft.kind, at, t) })}
              </Button>
            )}
          </div>
        </div>
      ))}
      {wrong && draft.parts.every((_, at) => !errorAt(`/parts/${at}`)) && <FieldError>{wrong}</FieldError>}
      {draft.kind === 'BUNDLE' && draft.parts.length < MOST_PARTS && (
        <Button onClick={() => change({ parts: [...draft.parts, { pieces: '1', target: EVERYTHING }] })}>
          <Plus size={18} aria-hidden="true" />
          {t('promotions.addPart')}
        </Button>
      )}
      <Field
        label={t('promotions.maximumUses')}
        hint={t('promotions.maximumUsesHint')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.maximumUses}
        error={errorAt('/maximumUses')}
        onChange={(event) => change({ maximumUses: event.target.value })}
      />
    </>
  );
}

function partName(kind: string, at: number, t: Say): string {
  if (kind === 'BUY_X_GET_Y') return t(at === 0 ? 'promotions.bought' : 'promotions.given');
  return kind === 'BUNDLE' ? t('promotions.part', { number: at + 1 }) : t('promotions.goods');
}
