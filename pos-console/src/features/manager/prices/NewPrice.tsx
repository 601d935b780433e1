import { useState, type SubmitEvent } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { put } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { PriceList } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { FailureState, Note } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import { errorAt, errorsElsewhere, type PlacedError } from '../promotions/placed-errors';
import styles from '../promotions/promotions.module.css';
import { priceOf, type PriceDraft } from './price-draft';

const EMPTY = { amount: '', minimumQuantity: '', from: '', until: '' };
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
  const [draft, setDraft] = useState<PriceDraft>({ ...EMPTY, list: 'store' });
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const [outcome, setOutcome] = useState<{ saved: string } | { failure: unknown } | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (values: Partial<PriceDraft>) => {
    setDraft((before) => ({ ...before, ...values }));
    setErrors([]);
    setOutcome(null);
  };
  const wrong = (...places: string[]) => places.map((place) => errorAt(errors, place)).find((text) => text);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const written = priceOf(draft, { productId, store, minorDigits, now: new Date() });
    if ('faults' in written) {
      setErrors(written.faults.map(({ pointer, word }) => ({ pointer, detail: t(word) })));
      return;
    }
    setBusy(true);
    try {
      await put(`/api/prices/${uuidV7()}`, written.price);
      setOutcome({ saved: format.money(written.price.price.amount, store.currency, true) });
      setDraft({ ...EMPTY, list: draft.list });
      done();
    } catch (failure) {
      if (failure instanceof Problem) setErrors(failure.errors);
      setOutcome({ failure });
    }
    setBusy(false);
  };

  const unplaced =
    outcome && 'failure' in outcome && errorsElsewhere(errors, PLACES).length === errors.length;
  return (
    <form className={manager.import} noValidate onSubmit={(event) => void save(event)}>
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
      {outcome && 'saved' in outcome && (
        <Note tone="good" live>
          {t('prices.saved', { price: outcome.saved })}
        </Note>
      )}
      {unplaced && <FailureState failure={outcome.failure} />}
      <Button type="submit" look="primary" disabled={busy || draft.amount.trim() === ''}>
        {t('products.save')}
      </Button>
    </form>
  );
}
