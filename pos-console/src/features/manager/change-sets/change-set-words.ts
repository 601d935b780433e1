import type { ChangeSetTerms, ForecastLine } from '@/shared/http/shapes';
import type { Words } from '../terms/words';

type Edit = ChangeSetTerms['edit'];

/** What the names of things are taken from. */
export interface Names {
  readonly store: (id: string) => string;
  readonly list: (id: string) => string;
  readonly category: (id: string) => string;
}

/** What happens to the products: `Prices up 5 %, ending in 0.99 · general prices`. */
export function editInWords(edit: Edit, names: Names, { t, format }: Words): string {
  const value = edit.value?.replace(/^-/, '') ?? '';
  const money = () => (edit.currency ? format.money(value, edit.currency, true) : value);
  const direction = edit.value?.startsWith('-') ? 'DOWN' : 'UP';
  switch (edit.kind) {
    case 'PERCENT':
      return ofPlace(t(`changeSets.does.PERCENT.${direction}`, { value: format.quantity(value) }));
    case 'AMOUNT':
      return ofPlace(t(`changeSets.does.AMOUNT.${direction}`, { value: money() }));
    case 'SET':
      return ofPlace(t('changeSets.does.SET', { value: money() }));
    case 'ROUND':
      return ofPlace(t('changeSets.does.ROUND'));
    default:
      return t(`changeSets.does.${edit.kind}`, {
        value: fieldInWords(edit.kind, fieldValue(edit), names, t),
      });
  }

  function ofPlace(does: string): string {
    const { rounding, storeId, priceListId } = edit;
    const rounded = rounding
      ? t(`changeSets.rounded.${rounding.form}`, {
          value: format.money(rounding.value, edit.currency ?? 'EUR'),
        })
      : '';
    const place = storeId
      ? t('changeSets.of.store', { store: names.store(storeId) })
      : priceListId
        ? t('changeSets.of.list', { list: names.list(priceListId) })
        : t('changeSets.of.general');
    return [[does, rounded].filter((part) => part !== '').join(', '), place].join(' · ');
  }
}

const fieldValue = (edit: Edit): string | null =>
  edit.categoryId ??
  edit.status ??
  edit.taxCategory ??
  (edit.ageLimit === null || edit.ageLimit === undefined ? null : String(edit.ageLimit));

/** A value of a field as people say it. */
export function fieldInWords(
  kind: Edit['kind'],
  value: string | null | undefined,
  names: Pick<Names, 'category'>,
  t: Words['t'],
): string {
  if (value === null || value === undefined)
    return kind === 'AGE_LIMIT'
      ? t('changeSets.noAge')
      : kind === 'CATEGORY'
        ? t('changeSets.noCategory')
        : '';
  if (kind === 'CATEGORY') return names.category(value);
  if (kind === 'STATUS') return t(value === 'ACTIVE' ? 'products.status.ACTIVE' : 'products.status.INACTIVE');
  return value;
}

/** What there is to know about a line, most serious first. */
export function notesOf(
  { notes, outcome }: Pick<ForecastLine, 'notes' | 'outcome'>,
  currency: string,
  timeZone: string,
  { t, format }: Words,
): string[] {
  if (outcome === 'NO_PRICE') return [t('changeSets.note.NO_PRICE')];
  if (outcome === 'UNCHANGED') return [t('changeSets.note.UNCHANGED')];
  return notes.map(({ note, at, amount, other }) =>
    t(`changeSets.note.${note}`, {
      at: at ? format.dateTime(at, timeZone) : '',
      amount: amount ? format.money(amount, currency, true) : '',
      other: other ?? '',
    }),
  );
}
