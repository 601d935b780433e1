import { useMemo, useState, type SubmitEvent } from 'react';
import { parseAmount, parseTyped } from '@/domain/decimal';
import { rateOf, taxesOn } from '@/domain/pricing/store-prices';
import { useWords } from '@/shared/i18n';
import { Button, Choice, Field } from '@/shared/ui/controls';
import { usePaneActions } from './use-pane-actions';
import { NumberPad } from './NumberPad';
import { PaneHead } from './PaneHead';
import { useTill } from './till-context';
import { useTillKeys } from './till-keys';
import styles from './till.module.css';

const USUAL_CATEGORY = 'STANDARD';

/** Goods that the catalog does not have: the cashier says what they are and what they cost, and the customer goes home. */
export function OpenItemPane({ code }: { code: string | null }) {
  const { desk, device, state } = useTill();
  const { t, format } = useWords();
  const { currency } = device.store;
  const taxes = useTaxCategories();
  const [name, setName] = useState('');
  const [price, setPrice] = useState('');
  const [category, setCategory] = useState(
    taxes.find(({ id }) => id === USUAL_CATEGORY)?.id ?? taxes[0]?.id ?? '',
  );
  const [tried, setTried] = useState(false);
  useTillKeys(desk, usePaneActions());

  const typed = parseAmount(parseTyped(price, desk.minorDigits) ?? '');
  const wrongPrice = typed === null || typed <= 0n;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongPrice || name.trim() === '' || category === '') return;
    desk.openItem({ code, name: name.trim(), price: typed, taxCategory: category });
  };
  return (
    <form className={styles.sidePane} onSubmit={submit}>
      <PaneHead title={t('openItem.title')} />
      <p>{code === null ? t('openItem.help') : t('openItem.helpCode', { code })}</p>
      <Field
        label={t('openItem.name')}
        autoFocus
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' ? t('openItem.nameMissing') : undefined}
      />
      <Field
        label={t('openItem.price', { currency })}
        inputMode="decimal"
        autoComplete="off"
        value={price}
        onChange={(event) => setPrice(event.target.value)}
        error={tried && wrongPrice ? t('openItem.priceWrong') : undefined}
      />
      <Choice
        label={t('openItem.tax')}
        value={category}
        onChange={(event) => setCategory(event.target.value)}
        options={taxes.map(({ id, rate }) => ({ value: id, text: `${id} (${format.quantity(rate)} %)` }))}
      />
      <NumberPad text={price} change={setPrice} />
      <Button
        type="submit"
        look="primary"
        big
        aria-keyshortcuts="Enter"
        disabled={state.pane.name === 'card'}
      >
        {t('openItem.add')}
      </Button>
    </form>
  );

  function useTaxCategories(): { id: string; rate: string }[] {
    const { taxRates, at } = state.latest;
    return useMemo(() => {
      const day = at.slice(0, 10);
      const ids = [...new Set(taxRates.map((rate) => rate.category))].sort();
      return ids
        .map((id) => ({ id, taxes: taxesOn(taxRates, id, day) }))
        .filter((each) => each.taxes.length > 0)
        .map(({ id, taxes: of }) => ({ id, rate: rateOf(of) }));
    }, [taxRates, at]);
  }
}
