import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { receiptCount } from '@/domain/receipt-number';
import { uuidV7 } from '@/domain/uuid';
import { get, put, query, type Page } from '@/shared/http/api';
import type { FinishedTask, FinishTask, ShopTask, StockLevel, Store } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button, Field } from '@/shared/ui/controls';
import { Dialog } from '@/shared/ui/dialog';
import { EmptyState, FailureState, Loading, Note } from '@/shared/ui/states';
import styles from './shift.module.css';

const EVERY_MS = 15_000;
const MOST = 200;
const MOST_STOCK = 50;

interface Shown {
  readonly kind: FinishTask['kind'];
  readonly subject: string;
  readonly title: string;
  readonly detail: string;
  readonly since: string | null;
}

/** What somebody has to look after; it goes when a word says what was done. */
export function Tasks({ store, today }: { store: Store; today: string }) {
  const { t, format } = useWords();
  const { shown, failure, pending, more, retry } = useTasks(store, today);
  const [finishing, setFinishing] = useState<Shown | null>(null);
  return (
    <section className={styles.panel} aria-labelledby="tasks">
      <h2 id="tasks">{t('shift.tasks')}</h2>
      {failure && <FailureState failure={failure} retry={retry} />}
      {pending ? (
        <Loading rows={4} />
      ) : shown.length === 0 && !failure ? (
        <EmptyState icon={<CircleCheck size={32} aria-hidden="true" />} title={t('shift.noTasks')}>
          <p>{t('shift.noTasksHelp')}</p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((task) => (
            <li key={`${task.kind} ${task.subject}`}>
              <span>
                <strong>{task.title}</strong>
                <small>
                  {task.detail}
                  {task.since && ` · ${format.dateTime(task.since, store.timeZone)}`}
                </small>
              </span>
              <Button onClick={() => setFinishing(task)}>{t('shift.done')}</Button>
            </li>
          ))}
        </ul>
      )}
      {more && <p className={styles.quiet}>{t('shift.moreTasks', { count: MOST })}</p>}
      {finishing && <Finish task={finishing} storeId={store.id} close={() => setFinishing(null)} />}
    </section>
  );
}

function useTasks(store: Store, today: string) {
  const { t, format } = useWords();
  const options = { refetchInterval: EVERY_MS };
  const tasks = useQuery({
    queryKey: ['tasks', store.id],
    queryFn: () => get<Page<ShopTask>>(`/api/tasks${query({ storeId: store.id })}`),
    ...options,
  });
  const done = useQuery({
    queryKey: ['tasks-done', store.id],
    queryFn: () => get<Page<FinishedTask>>(`/api/tasks/done${query({ storeId: store.id })}`),
    ...options,
  });
  const below = useQuery({
    queryKey: ['below-zero', store.id],
    queryFn: () =>
      get<Page<StockLevel>>(
        `/api/stock-levels${query({ locationId: store.id, belowZero: true, limit: MOST_STOCK })}`,
      ),
    ...options,
  });
  const finished = new Set((done.data?.items ?? []).map(({ kind, subject }) => `${kind} ${subject}`));
  const ofShop = (tasks.data?.items ?? []).map((task): Shown => ({
    kind: task.kind,
    subject: task.subject,
    title:
      task.kind === 'SALE_ANOMALY'
        ? t('shift.task.sale', {
            receipt: task.receiptNumber === null ? '' : receiptCount(task.receiptNumber),
            till: task.tillId,
          })
        : t(`shift.task.${task.kind}`, { till: task.tillId, name: '', code: task.subject }),
    detail: task.detail,
    since: task.since,
  }));
  // Done for today: what is still below zero tomorrow comes back.
  const ofStock = (below.data?.items ?? []).map((level): Shown => ({
    kind: 'NEGATIVE_STOCK',
    subject: `${level.sku}@${today}`,
    title: t('shift.task.NEGATIVE_STOCK', { name: level.name ?? level.sku ?? '' }),
    detail: t('shift.task.stock', { quantity: format.quantity(level.onHand) }),
    since: null,
  }));
  return {
    shown: [...ofShop, ...ofStock].filter(({ kind, subject }) => !finished.has(`${kind} ${subject}`)),
    failure: tasks.error ?? done.error ?? below.error,
    pending: tasks.isPending || below.isPending,
    more: ofShop.length === MOST,
    retry: () => void Promise.all([tasks.refetch(), done.refetch(), below.refetch()]),
  };
}

function Finish({ task, storeId, close }: { task: Shown; storeId: string; close: () => void }) {
  const { t } = useWords();
  const pages = useQueryClient();
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState(false);
  const [id] = useState(() => uuidV7());
  const finish = useMutation({
    mutationFn: () =>
      put<FinishedTask>(`/api/tasks/done/${id}`, {
        storeId,
        kind: task.kind,
        subject: task.subject,
        word: word.trim(),
        finishedAt: new Date().toISOString(),
      } satisfies FinishTask),
    onSuccess: async () => {
      await pages.invalidateQueries();
      close();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (word.trim() === '') setWrong(true);
    else finish.mutate();
  };
  return (
    <Dialog title={t('shift.doneTitle')} onClose={close}>
      <form className={styles.form} onSubmit={submit}>
        <p>
          <strong>{task.title}</strong>
          <br />
          {task.detail}
        </p>
        <Field
          label={t('shift.doneWord')}
          autoComplete="off"
          autoFocus
          maxLength={300}
          value={word}
          error={wrong ? t('cash.sayWhat') : undefined}
          onChange={(event) => {
            setWord(event.target.value);
            setWrong(false);
          }}
        />
        {finish.error && (
          <Note tone="bad" live>
            {finish.error.message}
          </Note>
        )}
        <Button type="submit" look="primary" disabled={finish.isPending}>
          {t('shift.doneAction')}
        </Button>
      </form>
    </Dialog>
  );
}
