import { useState } from 'react';
import { useWords } from '@/shared/i18n';
import { Choice, Field, FieldError } from '@/shared/ui/controls';
import { useGoodsNames } from '../promotions/goods';
import { GoodsPicker } from '../promotions/GoodsPicker';
import forms from '../forms/forms.module.css';
import type { DraftPart } from '../forms/use-draft-form';
import { usePriceLists } from '../price-lists/use-price-lists';
import type { ChangeSetDraft, SelectionDraft } from './change-set-draft';
import styles from './change-sets.module.css';

/** Which products are meant: all conditions together. */
export function SelectionFields({
  draft: { selection },
  change: changeDraft,
  errorAt,
}: DraftPart<ChangeSetDraft>) {
  const { t } = useWords();
  const error = errorAt('/selection');
  const change = (values: Partial<SelectionDraft>) => changeDraft({ selection: { ...selection, ...values } });
  const lists = usePriceLists();
  const [narrowed] = useState(selection.brands !== '' || selection.inList !== '' || selection.inactive);
  const nameOf = useGoodsNames([{ target: selection.goods, parts: [] }]);
  return (
    <fieldset className={forms.group}>
      <legend>{t('changeSets.which')}</legend>
      <GoodsPicker
        legend={t('changeSets.goods')}
        goods={selection.goods}
        nameOf={nameOf}
        change={(goods) => change({ goods })}
      />
      <Field
        label={t('changeSets.search')}
        type="search"
        autoComplete="off"
        maxLength={200}
        value={selection.search}
        onChange={(event) => change({ search: event.target.value })}
      />
      <details className={styles.more} open={narrowed || undefined}>
        <summary>{t('changeSets.more')}</summary>
        <div>
          <div className={forms.pair}>
            <Field
              label={t('changeSets.brands')}
              hint={t('changeSets.brandsHint')}
              autoComplete="off"
              value={selection.brands}
              onChange={(event) => change({ brands: event.target.value })}
            />
            <Choice
              label={t('changeSets.inList')}
              value={selection.inList}
              options={[
                { value: '', text: t('changeSets.anyList') },
                ...(lists.data ?? []).map(({ id, terms }) => ({ value: id, text: terms.name })),
              ]}
              onChange={(event) => change({ inList: event.target.value })}
            />
          </div>
          <label className={forms.check}>
            <input
              type="checkbox"
              checked={selection.inactive}
              onChange={(event) => change({ inactive: event.target.checked })}
            />
            {t('changeSets.inactive')}
          </label>
        </div>
      </details>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}
