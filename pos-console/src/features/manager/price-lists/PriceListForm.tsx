import { useMemo } from 'react';
import type { PriceListTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Field } from '@/shared/ui/controls';
import { EffectPane, EffectSummary } from '../effect/EffectPane';
import { usePriceListEffect } from '../effect/use-effect';
import { useSettled } from '../effect/use-settled';
import { FormFrame } from '../forms/FormFrame';
import styles from '../forms/forms.module.css';
import { useDraftForm } from '../forms/use-draft-form';
import { usePlace } from '../place';
import { GroupsChoice } from '../terms/GroupsChoice';
import { StoresChoice } from '../terms/StoresChoice';
import type { Keeping } from '../terms/TermsSheet';
import { draftOf, newDraft, termsOf } from './price-list-draft';

const PLACES = ['/name', '/priority', '/stores', '/customerGroups', '/window/from', '/window/until'];

/** Writes or changes a price list, each field with what is wrong beneath it. */
export function PriceListForm({ before, save, readAgain, cancel }: Keeping<PriceListTerms>) {
  const { t } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const currency = before?.terms.currency ?? store.currency;
  const form = useDraftForm({
    initial: before ? draftOf(before.terms) : newDraft(mayPromoteIn(user, []) ? [] : [store.id]),
    places: () => PLACES,
    read: (draft) => termsOf(draft, currency),
    save,
  });
  const { draft, change, errorAt } = form;
  const settled = useSettled(draft);
  const tried = useMemo(
    () => termsOf({ ...settled, name: settled.name.trim() || t('priceLists.one') }, currency),
    [settled, currency, t],
  );
  const terms = 'faults' in tried ? null : tried.terms;
  const missing = 'faults' in tried ? t(tried.faults[0]?.word ?? 'effect.title') : null;
  const effect = usePriceListEffect(terms, before);
  return (
    <FormFrame
      form={form}
      save={t('priceLists.save')}
      stale={{ word: t('priceLists.stale'), readAgain }}
      cancel={cancel}
      beside={
        <EffectPane
          state={effect}
          missing={missing}
          supposed={{ group: terms?.customerGroups[0] }}
          nothing={t('effect.noPrices')}
        />
      }
      note={<EffectSummary outcome={effect.outcome} missing={missing} />}
    >
      <Field
        label={t('promotions.name')}
        hint={t('priceLists.nameHint', { currency })}
        maxLength={100}
        value={draft.name}
        error={errorAt('/name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <GroupsChoice
        chosen={draft.customerGroups}
        error={errorAt('/customerGroups')}
        change={(customerGroups) => change({ customerGroups })}
      />
      <StoresChoice
        chosen={draft.stores}
        error={errorAt('/stores')}
        change={(chosen) => change({ stores: chosen })}
      />
      <fieldset className={styles.group}>
        <legend>{t('promotions.when')}</legend>
        <p>{t('promotions.whenHint', { zone: store.timeZone })}</p>
        <div className={styles.pair}>
          {(['from', 'until'] as const).map((name) => (
            <Field
              key={name}
              label={t(`promotions.field.${name}`)}
              type="datetime-local"
              value={draft[name]}
              error={errorAt(`/window/${name}`)}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          ))}
        </div>
      </fieldset>
      <Field
        label={t('promotions.priority')}
        hint={t('priceLists.priorityHint')}
        inputMode="numeric"
        autoComplete="off"
        value={draft.priority}
        error={errorAt('/priority')}
        onChange={(event) => change({ priority: event.target.value })}
      />
    </FormFrame>
  );
}
