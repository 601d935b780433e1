import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, put } from '@/shared/http/api';
import type { EnrolmentRule } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Choice } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';

const WHO = ['LEADS', 'TILL_STAFF'] as const;

/** Whose word makes a device of this store a till. */
export function EnrolmentRuleChoice() {
  const { t } = useWords();
  const { store } = usePlace();
  const pages = useQueryClient();
  const path = `/api/devices/rules/${encodeURIComponent(store.id)}`;
  const queryKey = ['devices', 'rule', store.id];
  const rule = useQuery({ queryKey, queryFn: () => get<EnrolmentRule>(path) });
  const change = useMutation({
    mutationFn: (who: string) => put<EnrolmentRule>(path, { who }),
    onSuccess: (changed) => pages.setQueryData(queryKey, changed),
  });
  const failure = rule.error ?? change.error;
  return (
    <section className={manager.panel}>
      {failure && <FailureState failure={failure} retry={() => void rule.refetch()} />}
      {rule.data && (
        <Choice
          label={t('devices.rule')}
          value={change.isPending ? change.variables : rule.data.who}
          options={WHO.map((who) => ({ value: who, text: t(`devices.rule.${who}`) }))}
          onChange={(event) => change.mutate(event.target.value)}
        />
      )}
    </section>
  );
}
