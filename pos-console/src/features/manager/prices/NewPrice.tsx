import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { put } from '@/shared/http/api';
import type { PriceList } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { FormProblems } from '../forms/FormFrame';
import styles from '../forms/forms.module.css';
import { useDraftForm } from '../forms/use-draft-form';
import { priceOf, type PriceDraft } from './price-draft';

const EMPTY: Omit<PriceDraft, 'list'> = { amount: '', minimumQuantity: '', from: '', until: '' };
const PLACES = ['/price', '/minimumQuantity', '/validFrom', '/validUntil', '/priceListId', '/storeId'];

/** Sets a price, now or for later, in one of the lists that are this person's. */
export function NewPrice({
  productId,
  lists,
  done,
}: {
  productId: string;
  lists: readonly PriceList[];
  done: () => void;
}) {
  const { t, format } = useWords();
  const { user } = useSession();
  const { store, minorDigits } = usePlace();
  const [saved, setSaved] = useState<string | null>(null);
  const form = useDraftForm({
    initial: { ...EMPTY, list: 'store' },
    places: () => PLACES,
    read: (draft) => priceOf(draft, { productId, store, minorDigits, now: new Date() }),
    save: async ({ price }) => {
      setSaved(null);
      await put(`/api/prices/${uuidV7()}`, price);
      setSaved(format.money(price.price.amount, store.currency, true));
      form.replace({ ...EMPTY, list: form.draft.list });
      done();
    },
  });
  const { draft, errorAt } = form;
  const change = (values: Partial<PriceDraft>) => {
    form.change(values);
    setSaved(null);
  };
  const wrong = (...places: string[]) => places.map(errorAt).find((text) => text);

  return (
    <form className={manager.import} noValidate onSubmit={form.submit}>
      <h3>{t('products.newPrice')}</h3>
      <Field
        label={t('products.price', { currency: store.currency })}
        hint={t('prices.hint')}
        inputMode="decimal"
        autoComplete="off"
        value={draft.amount}
        error={wrong('/price')}
        onChange={(event) => change({ amount: event.target.value })}
      />
      <Choice
        label={t('priceLists.one')}
        value={draft.list}
        options={[
          { value: 'store', text: store.name },
          ...(mayPromoteIn(user, []) ? [{ value: 'general', text: t('prices.general') }] : []),
          ...lists.map(({ id, terms }) => ({ value: id, text: terms.name })),
        ]}
        onChange={(event) => change({ list: event.target.value })}
      />
      <Field
        label={t('promotions.minimumQuantity')}
        hint={t('prices.quantityHint')}
        inputMode="decimal"
        autoComplete="off"
        value={draft.minimumQuantity}
        error={wrong('/minimumQuantity')}
        onChange={(event) => change({ minimumQuantity: event.target.value })}
      />
      <fieldset className={styles.group}>
        <legend>{t('promotions.when')}</legend>
        <p>{t('prices.whenHint', { zone: store.timeZone })}</p>
        <div className={styles.pair}>
          <Field
            label={t('promotions.field.from')}
            type="datetime-local"
            value={draft.from}
            error={wrong('/validFrom', '/priceListId', '/storeId')}
            onChange={(event) => change({ from: event.target.value })}
          />
          <Field
            label={t('promotions.field.until')}
            type="datetime-local"
            value={draft.until}
            error={wrong('/validUntil')}
            onChange={(event) => change({ until: event.target.value })}
          />
        </div>
      </fieldset>
      {saved !== null && (
        <Note tone="good" live>
          {t('prices.saved', { price: saved })}
        </Note>
      )}
      <FormProblems form={form} />
      <Button type="submit" look="primary" disabled={form.busy || draft.amount.trim() === ''}>
        {t('products.save')}
      </Button>
    </form>
  );
}
