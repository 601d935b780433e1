import { useQuery } from '@tanstack/react-query';
import { get, query, type Page } from '@/shared/http/api';
import type { Salvage } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { FailureState, Loading } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';
import styles from './salvage.module.css';

/** What was brought in before, by whom, and what became of it. */
export function EarlierSalvages() {
  const { t } = useWords();
  const { store } = usePlace();
  const loaded = useQuery({
    queryKey: ['salvages', store.id],
    queryFn: () => get<Page<Salvage>>(`/api/salvages${query({ storeId: store.id })}`),
  });
  return (
    <section className={manager.panel} aria-labelledby="earlier-salvages">
      <h2 id="earlier-salvages">{t('salvage.earlier')}</h2>
      {loaded.error && <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />}
      {loaded.isPending && <Loading rows={2} />}
      {loaded.data?.items.length === 0 && <p>{t('salvage.none')}</p>}
      <ul className={styles.earlier}>
        {(loaded.data?.items ?? []).map((salvage) => (
          <li key={salvage.id}>
            <Earlier salvage={salvage} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earlier({
  salvage: { begunAt, byName, source, tillIds, documents, outcome },
}: {
  salvage: Salvage;
}) {
  const { t, format } = useWords();
  const { store } = usePlace();
  return (
    <>
      <strong>{format.list(tillIds)}</strong> · {t(`salvage.source.${source}`)} ·{' '}
      {t('salvage.by', { when: format.dateTime(begunAt, store.timeZone), name: byName })}
      <br />
      {outcome
        ? t('salvage.became', {
            all: format.number(documents),
            stored: format.number(outcome.told.stored),
            known: format.number(outcome.told.known),
            refused: format.number(outcome.told.refusedInAll),
            leftOut: format.number(outcome.told.leftOut),
          })
        : t('salvage.noOutcome')}
    </>
  );
}
