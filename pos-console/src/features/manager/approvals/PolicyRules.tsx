import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { get, put, query, type Page } from '@/shared/http/api';
import type { ApprovalPolicy } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Field } from '@/shared/ui/controls';
import { FailureState, Loading, Note } from '@/shared/ui/states';
import { FormFrame } from '../forms/FormFrame';
import forms from '../forms/forms.module.css';
import { useDraftForm } from '../forms/use-draft-form';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './approvals.module.css';
import { draftOf, termsOf, usualDraft, type PolicyDraft } from './policy-draft';
import { RehearsalPane } from './RehearsalPane';
import { RuleRows } from './RuleRows';

/** What needs an approval at the tills of this store; tried on past sales while it is written. */
export function PolicyRules() {
  const { store } = usePlace();
  const queries = useQueryClient();
  const key = ['approval-policies', store.id];
  const loaded = useQuery({
    queryKey: key,
    queryFn: () => get<Page<ApprovalPolicy>>(`/api/approval-policies${query({ storeId: store.id })}`),
    staleTime: Infinity,
  });
  const readAgain = () => void queries.invalidateQueries({ queryKey: key });
  if (loaded.error) return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data) return <Loading rows={6} />;
  const { items } = loaded.data;
  const own = items.find(({ terms }) => terms.storeId === store.id);
  const general = items.find(({ terms }) => terms.storeId === null && terms.active);
  return (
    <PolicyForm
      key={`${store.id} ${own?.version ?? 'new'}`}
      own={own}
      general={general}
      readAgain={readAgain}
    />
  );
}

function PolicyForm({
  own,
  general,
  readAgain,
}: {
  own: ApprovalPolicy | undefined;
  general: ApprovalPolicy | undefined;
  readAgain: () => void;
}) {
  const { t, format } = useWords();
  const { store, minorDigits } = usePlace();
  const [newId] = useState(uuidV7);
  const known = own ?? general;
  const [initial] = useState<PolicyDraft>(() =>
    known ? draftOf(known.terms) : usualDraft(t('approvals.usualName', { store: store.name })),
  );
  const form = useDraftForm({
    initial,
    places: ({ rules }) => ['/name', '/lockAfterMinutes', ...rules.map((_, at) => `/rules/${at}`)],
    read: (draft) => termsOf(draft, store.id, minorDigits),
    save: async ({ terms }) => {
      await put(`/api/approval-policies/${own?.id ?? newId}`, terms, own ? { ifMatch: own.version } : {});
      readAgain();
    },
  });
  const { draft, change, errorAt } = form;
  const written = termsOf(draft, store.id, minorDigits);
  return (
    <section className={manager.panel} aria-label={t('approvals.view.rules')}>
      {own ? (
        <p className={styles.stand}>
          {t(own.terms.active ? 'approvals.holdsSince' : 'approvals.restsSince', {
            when: format.dateTime(own.changedAt, store.timeZone),
          })}
        </p>
      ) : (
        <Note tone="info">{t(general ? 'approvals.generalHolds' : 'approvals.nothingHolds')}</Note>
      )}
      <FormFrame
        form={form}
        save={t('approvals.save')}
        stale={{ word: t('approvals.staleRules'), readAgain }}
        cancel={() => form.replace(initial)}
        beside={<RehearsalPane terms={'faults' in written ? null : written.terms} />}
      >
        <div className={forms.pair}>
          <Field
            label={t('approvals.policyName')}
            value={draft.name}
            maxLength={100}
            error={errorAt('/name')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Field
            label={t('approvals.lockAfter')}
            hint={t('approvals.lockHint')}
            inputMode="numeric"
            autoComplete="off"
            value={draft.lockAfterMinutes}
            error={errorAt('/lockAfterMinutes')}
            onChange={(event) => change({ lockAfterMinutes: event.target.value })}
          />
        </div>
        <RuleRows form={form} />
        <label className={forms.check}>
          <input
            type="checkbox"
            checked={draft.active}
            onChange={(event) => change({ active: event.target.checked })}
          />
          {t('approvals.active')}
        </label>
      </FormFrame>
    </section>
  );
}
