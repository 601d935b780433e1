import { Percent } from 'lucide-react';
import { useLocation } from 'wouter';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { addressOf, useAddress } from '../address';
import forms from '../forms/forms.module.css';

/** Leads from products that were chosen, or found by words, to a change set of them. */
export function ChangePrices({ chosen, words }: { chosen: readonly string[]; words: string }) {
  const { t } = useWords();
  const { storeId } = useAddress();
  const [, go] = useLocation();
  const of = chosen.length > 0 ? { products: chosen.join(',') } : { words };
  return (
    <Button onClick={() => go(addressOf('/change-sets', { store: storeId, set: 'new', ...of }))}>
      <Percent size={18} aria-hidden="true" />
      {chosen.length > 0
        ? t('changeSets.ofChosen', { count: chosen.length })
        : t(words ? 'changeSets.ofThese' : 'manager.changeSets')}
    </Button>
  );
}

/** A box that chooses a row. */
export function Tick({
  label,
  checked,
  change,
}: {
  label: string;
  checked: boolean;
  change: (wanted: boolean) => void;
}) {
  return (
    <label className={forms.check}>
      <span className="visually-hidden">{label}</span>
      <input type="checkbox" checked={checked} onChange={(event) => change(event.target.checked)} />
    </label>
  );
}
