import { useMemo } from 'react';
import type { PromotionTerms } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayPromoteIn, useSession } from '@/shared/session/session';
import { Choice, Field } from '@/shared/ui/controls';
import { EffectPane, EffectSummary } from '../effect/EffectPane';
import { usePromotionEffect } from '../effect/use-effect';
import { useSettled } from '../effect/use-settled';
import { FormFrame } from '../forms/FormFrame';
import { useDraftForm } from '../forms/use-draft-form';
import { usePlace } from '../place';
import type { Keeping } from '../terms/TermsSheet';
import { useGoodsNames } from './goods';
import {
  draftOf,
  KINDS,
  NEEDS,
  newDraft,
  termsOf,
  withKind,
  type PromotionDraft,
  type PromotionKind,
} from './promotion-draft';
import { PromotionGoods } from './PromotionGoods';
import { PromotionWhen } from './PromotionWhen';
import { PromotionWhere } from './PromotionWhere';

/** Writes or changes a promotion: only the fields that its kind needs, each with what is wrong beneath it. */
export function PromotionForm({ before, save, readAgain, cancel }: Keeping<PromotionTerms>) {
  const { t } = useWords();
  const { user } = useSession();
  const { store, minorDigits } = usePlace();
  const nameOf = useGoodsNames(useMemo(() => (before ? [before.terms] : []), [before]));
  const form = useDraftForm({
    initial: before ? draftOf(before.terms) : newDraft(mayPromoteIn(user, []) ? [] : [store.id]),
    places: placesOf,
    read: (draft) => termsOf(draft, store.currency, minorDigits),
    save,
  });
  const { draft, change, errorAt } = form;
  const settled = useSettled(draft);
  const tried = useMemo(() => {
    const name = settled.name.trim() || t('promotions.one');
    const coupon = settled.coupon.trim().length < 3 ? '' : settled.coupon;
    return termsOf({ ...settled, name, coupon }, store.currency, minorDigits);
  }, [settled, store.currency, minorDigits, t]);
  const terms = 'faults' in tried ? null : tried.terms;
  const missing = 'faults' in tried ? t(tried.faults[0]?.word ?? 'effect.title') : null;
  const effect = usePromotionEffect(terms, before);
  return (
    <FormFrame
      form={form}
      save={t('promotions.save')}
      stale={{ word: t('promotions.stale'), readAgain }}
      cancel={cancel}
      beside={
        <EffectPane
          state={effect}
          missing={missing}
          supposed={{ coupon: terms?.coupon, group: terms?.customerGroups[0] }}
          nothing={t('effect.noGoods')}
        />
      }
      note={<EffectSummary outcome={effect.outcome} missing={missing} />}
    >
      <Field
        label={t('promotions.name')}
        hint={t('promotions.nameHint')}
        maxLength={100}
        value={draft.name}
        error={errorAt('/name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Choice
        label={t('promotions.kind')}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, text: t(`promotions.kind.${kind}`) }))}
        onChange={(event) => form.replace(withKind(draft, event.target.value as PromotionKind))}
      />
      <PromotionGoods {...form} nameOf={nameOf} />
      <PromotionWhen {...form} />
      <PromotionWhere {...form} />
    </FormFrame>
  );
}

/** The places in the terms that have a field on the screen now. */
function placesOf(draft: PromotionDraft): string[] {
  const { value, parts } = NEEDS[draft.kind];
  return [
    '/name',
    `/${value}`,
    ...(parts.length === 0 ? ['/target', '/minimumAmount', '/minimumQuantity'] : ['/parts', '/maximumUses']),
    ...['from', 'until', 'weekdays', 'startsAt', 'endsAt'].map((name) => `/window/${name}`),
    '/stores',
    '/customerGroups',
    '/coupon',
    '/couponLimit',
    '/priority',
  ];
}
