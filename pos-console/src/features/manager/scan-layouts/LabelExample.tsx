import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { amountText, quantityText } from '@/domain/decimal';
import { labelParts, readLabel, type Label, type ScanLayout } from '@/domain/scan-layout';
import { get } from '@/shared/http/api';
import { Problem } from '@/shared/http/problem';
import type { CatalogProduct } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import forms from '../forms/forms.module.css';
import { usePlace } from '../place';
import styles from './layouts.module.css';

const ITEM = '12345';
const VALUES = { WEIGHT: '1250', PRICE: '499' } as const;

/** The layout drawn as a label, and any code read with it: what a till would sell. */
export function LabelExample({ layout }: { layout: ScanLayout | null }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  if (layout === null) return <p>{t('layout.noExample')}</p>;
  const parts = labelParts(layout, ITEM, VALUES[layout.value]);
  const drawn: readonly (readonly [string, string])[] = [
    [layout.prefix, t('layout.prefix')],
    [parts.item, t('layout.item')],
    [parts.valueCheck, t('layout.valueCheck')],
    [parts.value, t(`layout.value.${layout.value}`)],
    [parts.check, t('layout.check')],
  ];
  const example = drawn.map(([digits]) => digits).join('');
  return (
    <fieldset className={forms.group}>
      <legend>{t('layout.example')}</legend>
      <dl className={styles.label}>
        {drawn
          .filter(([digits]) => digits !== '')
          .map(([digits, name]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{digits}</dd>
            </div>
          ))}
      </dl>
      <Field
        label={t('layout.try')}
        hint={t('layout.tryHint')}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
        // a scanner ends with Enter: it is read, not saved
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <div className={forms.row}>
        <Button look="quiet" onClick={() => setTyped(example)}>
          {t('layout.tryExample', { code: example })}
        </Button>
      </div>
      <p role="status" className={styles.read}>
        {typed !== '' && <Read code={typed} layout={layout} />}
      </p>
    </fieldset>
  );
}

function Read({ code, layout }: { code: string; layout: ScanLayout }) {
  const { t } = useWords();
  const label = readLabel(code, [layout]);
  if (label === null) return t('layout.notThis', { prefix: layout.prefix });
  if (label === 'misread') return t('layout.misread');
  if (label === 'empty-label') return t('layout.empty');
  return <Said label={label} />;
}

function Said({ label }: { label: Label }) {
  const { t, format } = useWords();
  const { store, minorDigits } = usePlace();
  const product = useQuery({
    queryKey: ['labelled', label.itemCodes],
    queryFn: () => firstOf(label.itemCodes),
  });
  const says = label.weight
    ? t('layout.weighs', { weight: format.quantity(quantityText(label.weight)) })
    : t('layout.costs', {
        price: format.money(amountText(label.price ?? (0n as never), minorDigits), store.currency, true),
      });
  const item = label.itemCodes.at(-1) ?? '';
  const found = product.data
    ? t('layout.sells', { name: product.data.name })
    : product.data === null
      ? t('layout.nothing', { codes: format.list([...new Set(label.itemCodes)]) })
      : product.error
        ? t('layout.notAsked')
        : '';
  return [t('layout.reads', { item }), says, found].filter((part) => part !== '').join(' ');
}

/** The product that the shop keeps under the first of these codes; null when under none. */
async function firstOf(codes: readonly string[]): Promise<CatalogProduct | null> {
  for (const code of codes) {
    try {
      return await get<CatalogProduct>(`/api/barcodes/${encodeURIComponent(code)}`);
    } catch (reason) {
      if (!(reason instanceof Problem) || reason.status !== 404) throw reason;
    }
  }
  return null;
}
