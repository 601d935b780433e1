import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Choice, Field } from '@/shared/ui/controls';
import { usePlace } from '../place';
import { usePriceLists } from '../price-lists/use-price-lists';
import { useCategories } from '../promotions/goods';
import forms from '../forms/forms.module.css';
import type { DraftPart } from '../forms/use-draft-form';
import { isPrice, KINDS, type ChangeSetDraft } from './change-set-draft';
import { RoundingFields } from './RoundingFields';

type Props = DraftPart<ChangeSetDraft> & { readonly currency: string };

/** What happens to the products; only the fields that the kind of change needs. */
export function EditFields(props: Props) {
  const { draft, change } = props;
  const { t } = useWords();
  return (
    <fieldset className={forms.group}>
      <legend>{t('changeSets.what')}</legend>
      <div className={forms.pair}>
        <Choice
          label={t('changeSets.kind')}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, text: t(`changeSets.kind.${kind}`) }))}
          onChange={(event) => {
            const kind = KINDS.find((known) => known === event.target.value);
            if (kind) change({ kind });
          }}
        />
        {isPrice(draft.kind) ? <PriceFields {...props} /> : <FactFields {...props} />}
      </div>
      {isPrice(draft.kind) && <RoundingFields {...props} />}
    </fieldset>
  );
}

function PriceFields({ draft, currency, change, errorAt }: Props) {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const lists = usePriceLists();
  const mine = (lists.data ?? []).filter(
    ({ terms }) => terms.currency === currency && mayPromoteIn(user, terms.stores),
  );
  const kind = draft.kind;
  return (
    <>
      <Choice
        label={t('changeSets.place')}
        value={draft.place}
        options={[
          ...(mayPromoteIn(user, []) ? [{ value: 'general', text: t('prices.general') }] : []),
          { value: 'store', text: store.name },
          ...mine.map(({ id, terms }) => ({ value: id, text: terms.name })),
        ]}
        onChange={(event) => change({ place: event.target.value })}
      />
      {(kind === 'PERCENT' || kind === 'AMOUNT') && (
        <Choice
          label={t('changeSets.direction')}
          value={draft.direction}
          options={(['UP', 'DOWN'] as const).map((one) => ({ value: one, text: t(`changeSets.${one}`) }))}
          onChange={(event) => change({ direction: event.target.value === 'DOWN' ? 'DOWN' : 'UP' })}
        />
      )}
      {(kind === 'PERCENT' || kind === 'AMOUNT' || kind === 'SET') && (
        <Field
          label={t(`changeSets.value.${kind}`, { currency })}
          inputMode="decimal"
          autoComplete="off"
          value={draft.value}
          error={errorAt('/edit/value')}
          onChange={(event) => change({ value: event.target.value })}
        />
      )}
    </>
  );
}

function FactFields({ draft, change, errorAt }: Props) {
  const { t } = useWords();
  const categories = useCategories();
  switch (draft.kind) {
    case 'CATEGORY':
      return (
        <Choice
          label={t('changeSets.category')}
          value={draft.categoryId}
          aria-invalid={errorAt('/edit/categoryId') ? true : undefined}
          options={[
            { value: '', text: t('changeSets.chooseCategory') },
            ...(categories.data ?? []).map(({ id, path }) => ({ value: id, text: path })),
          ]}
          onChange={(event) => change({ categoryId: event.target.value })}
        />
      );
    case 'STATUS':
      return (
        <Choice
          label={t('changeSets.status')}
          value={draft.status}
          options={(['ACTIVE', 'INACTIVE'] as const).map((one) => ({
            value: one,
            text: t(`products.status.${one}`),
          }))}
          onChange={(event) => change({ status: event.target.value === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE' })}
        />
      );
    case 'TAX_CATEGORY':
      return (
        <Field
          label={t('changeSets.taxCategory')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={30}
          value={draft.taxCategory}
          error={errorAt('/edit/taxCategory')}
          onChange={(event) => change({ taxCategory: event.target.value })}
        />
      );
    default:
      return (
        <Field
          label={t('changeSets.ageLimit')}
          hint={t('changeSets.ageLimitHint')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.ageLimit}
          error={errorAt('/edit/ageLimit')}
          onChange={(event) => change({ ageLimit: event.target.value })}
        />
      );
  }
}
