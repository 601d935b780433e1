import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { get, query, type Page } from '@/shared/http/api';
import type { CatalogProduct } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field, FieldError } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import { useCategories } from './goods';
import { EVERYTHING, type Goods } from './promotion-draft';
import styles from '../forms/forms.module.css';

const MOST_FOUND = 6;

type Place = keyof Goods;

interface Found {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
}

/** Chooses goods by product or whole category; without a choice everything is meant. */
export function GoodsPicker({
  legend,
  goods,
  nameOf,
  error,
  change,
}: {
  legend: string;
  goods: Goods;
  nameOf: (id: string) => string | undefined;
  error?: string | undefined;
  change: (goods: Goods) => void;
}) {
  const { t } = useWords();
  const [except, setExcept] = useState(false);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen = [
    ...goods.categories.map((id) => ({ id, place: 'categories' as const })),
    ...goods.products.map((id) => ({ id, place: 'products' as const })),
    ...goods.exceptProducts.map((id) => ({ id, place: 'exceptProducts' as const })),
  ];
  const everything = goods.products.length + goods.categories.length === 0;
  const mayExcept = everything || goods.categories.length > 0;
  const called = (id: string) => names.get(id) ?? nameOf(id) ?? t('promotions.products', { count: 1 });
  const add = ({ id, name, place }: Found) => {
    setNames(new Map([...names, [id, name]]));
    if (!goods[place].includes(id)) change({ ...goods, [place]: [...goods[place], id] });
  };
  const remove = (place: Place, id: string) =>
    change({ ...goods, [place]: goods[place].filter((other) => other !== id) });
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <ul className={styles.chosen}>
        {everything && <li>{t('promotions.allGoods')}</li>}
        {chosen.map(({ id, place }) => (
          <li key={`${place} ${id}`} className={styles.chip} data-except={place === 'exceptProducts'}>
            {place === 'exceptProducts' ? t('promotions.butNot', { name: called(id) }) : called(id)}
            <button
              type="button"
              aria-label={t('promotions.leaveOut', { name: called(id) })}
              onClick={() => remove(place, id)}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <FindGoods
        label={t(except ? 'promotions.findExcept' : 'promotions.findGoods', { what: legend })}
        onlyProducts={except}
        choose={(found) => add(except ? { ...found, place: 'exceptProducts' } : found)}
      />
      {error && <FieldError>{error}</FieldError>}
      <div className={styles.row}>
        {mayExcept && (
          <label className={styles.check}>
            <input type="checkbox" checked={except} onChange={(event) => setExcept(event.target.checked)} />
            {t('promotions.chooseExcept')}
          </label>
        )}
        {chosen.length > 1 && (
          <Button look="quiet" onClick={() => change(EVERYTHING)}>
            {t('promotions.clearGoods')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function FindGoods({
  label,
  onlyProducts,
  choose,
}: {
  label: string;
  onlyProducts: boolean;
  choose: (found: Found) => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const categories = useCategories();
  const products = useQuery({
    queryKey: ['products', 'pick', q],
    queryFn: () => get<Page<CatalogProduct>>(`/api/products${query({ q, limit: MOST_FOUND })}`),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
  const found: Found[] =
    q === ''
      ? []
      : [
          ...(onlyProducts ? [] : (categories.data ?? []))
            .filter(({ path }) => path.toLowerCase().includes(q.toLowerCase()))
            .slice(0, MOST_FOUND)
            .map(({ id, path }) => ({ id, name: path, place: 'categories' as const })),
          ...(products.data?.items ?? []).map(({ id, name }) => ({ id, name, place: 'products' as const })),
        ];
  const take = (one: Found) => {
    choose(one);
    setTyped('');
  };
  return (
    <>
      <Field
        label={label}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (found[0]) take(found[0]);
        }}
      />
      {products.error && q !== '' && <FailureState failure={products.error} />}
      <ul className={styles.found} aria-label={t('promotions.found')}>
        {found.map((one) => (
          <li key={`${one.place} ${one.id}`}>
            <button type="button" onClick={() => take(one)}>
              {one.name}
              <small>{t(one.place === 'categories' ? 'promotions.aCategory' : 'promotions.aProduct')}</small>
            </button>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {q !== '' && products.data ? t('promotions.foundCount', { count: found.length }) : ''}
      </p>
    </>
  );
}
