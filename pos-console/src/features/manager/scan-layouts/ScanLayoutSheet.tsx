import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { put } from '@/shared/http/api';
import type { ScanLayout } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, mayServe, useSession } from '@/shared/session/session';
import { Choice, Field } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { FormFrame } from '../forms/FormFrame';
import styles from '../forms/forms.module.css';
import { useDraftForm } from '../forms/use-draft-form';
import { usePlace, useStores } from '../place';
import { LabelExample } from './LabelExample';
import { draftOf, factsOf, layoutOf, newDraft, PREFIXES, type LayoutDraft } from './layout-draft';

const PLACES = ['/storeId', '/prefix', '/itemDigits', '/valueDigits', '/valueChecked', '/decimals'];

/** How a scale prints its labels: written or changed, with any label read as it is written. */
export function ScanLayoutSheet({ layout, close }: { layout: ScanLayout | null; close: () => void }) {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const stores = useStores();
  const queries = useQueryClient();
  const [newId] = useState(uuidV7);
  const everywhere = mayPromoteIn(user, []);
  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: ['scan-layouts'] });
    close();
  };
  const form = useDraftForm({
    initial: layout ? draftOf(layout) : newDraft(everywhere ? '' : store.id),
    places: () => PLACES,
    read: factsOf,
    save: async ({ facts }) => {
      await put(`/api/scan-layouts/${layout?.id ?? newId}`, facts, layout ? { ifMatch: layout.version } : {});
      readAgain();
    },
  });
  const { draft, change, errorAt } = form;
  const digits = (name: 'itemDigits' | 'valueDigits' | 'decimals') => (
    <Field
      label={t(`layout.${name}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={1}
      value={draft[name]}
      error={errorAt(`/${name}`)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <Dialog
      title={layout ? t('layout.title', { prefix: layout.prefix }) : t('layout.new')}
      side
      onClose={close}
    >
      <FormFrame
        form={form}
        save={t('layout.save')}
        stale={{ word: t('layout.stale'), readAgain }}
        cancel={close}
      >
        <div className={styles.pair}>
          <Choice
            label={t('layout.prefix')}
            value={draft.prefix}
            options={PREFIXES.map((prefix) => ({ value: prefix, text: prefix }))}
            onChange={(event) => change({ prefix: event.target.value })}
          />
          <Choice
            label={t('promotions.where')}
            value={draft.storeId}
            options={[
              ...(everywhere ? [{ value: '', text: t('promotions.everywhere') }] : []),
              ...(stores.data ?? [])
                .filter(({ id }) => mayServe(user, id) || everywhere)
                .map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={(event) => change({ storeId: event.target.value })}
          />
          {digits('itemDigits')}
          {digits('valueDigits')}
          <Choice
            label={t('layout.says')}
            value={draft.value}
            options={(['WEIGHT', 'PRICE'] as const).map((value) => ({
              value,
              text: t(`layout.value.${value}`),
            }))}
            onChange={(event) => change({ value: event.target.value as LayoutDraft['value'] })}
          />
          {digits('decimals')}
        </div>
        {(['valueChecked', 'active'] as const).map((name) => (
          <label key={name} className={styles.check}>
            <input
              type="checkbox"
              checked={draft[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            />
            {t(`layout.${name}`)}
          </label>
        ))}
        <LabelExample layout={layoutOf(draft)} />
      </FormFrame>
    </Dialog>
  );
}
