import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, put } from '@/shared/http/api';
import type { StoreView } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Choice } from '@/shared/ui/controls';
import { FailureState } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';

const ANSWERS = ['NO', 'YES'] as const;

/** Whether the store's tills offer to take a tip. */
export function TipsChoice() {
  const { t } = useWords();
  const { store } = usePlace();
  const pages = useQueryClient();
  const path = `/api/stores/${encodeURIComponent(store.id)}`;
  const queryKey = ['store', store.id];
  const read = useQuery({ queryKey, queryFn: () => get<StoreView>(path) });
  const change = useMutation({
    mutationFn: async (answer: string) => {
      // As it is now: whatever somebody else has changed of the store stays.
      const { id: _, version: __, ...details } = await get<StoreView>(path);
      return put<StoreView>(path, { ...details, asksForTips: answer === 'YES' });
    },
    onSuccess: (changed) => pages.setQueryData(queryKey, changed),
  });
  const failure = read.error ?? change.error;
  const stored = read.data?.asksForTips ? 'YES' : 'NO';
  return (
    <section className={manager.panel}>
      {failure && <FailureState failure={failure} retry={() => void read.refetch()} />}
      {read.data && (
        <Choice
          label={t('devices.tips')}
          value={change.isPending ? change.variables : stored}
          options={ANSWERS.map((answer) => ({ value: answer, text: t(`devices.tips.${answer}`) }))}
          onChange={(event) => change.mutate(event.target.value)}
        />
      )}
    </section>
  );
}
