import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { get, put, query, type Page } from '@/shared/http/api';
import type { StaffMember } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import manager from '../manager.module.css';
import { usePlace } from '../place';

/** Who can prove at this store's tills who they are; who left no longer can. */
export function PeopleAtTills() {
  const { t, format } = useWords();
  const { store } = usePlace();
  const queries = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const key = ['staff', store.id];
  const loaded = useQuery({
    queryKey: key,
    queryFn: () => get<Page<StaffMember>>(`/api/staff${query({ storeId: store.id })}`),
  });
  const move = async ({ id }: StaffMember, left: boolean) => {
    setFailure(null);
    try {
      await put(`/api/staff/${encodeURIComponent(id)}/stores/${encodeURIComponent(store.id)}`, { left });
    } catch (reason) {
      setFailure(reason);
    }
    await queries.invalidateQueries({ queryKey: key });
  };
  if (loaded.error) return <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />;
  if (!loaded.data) return <Loading rows={4} />;
  if (loaded.data.items.length === 0)
    return (
      <EmptyState icon={<KeyRound size={32} aria-hidden="true" />} title={t('approvals.noPeople')}>
        <p>{t('approvals.noPeopleHelp')}</p>
      </EmptyState>
    );
  return (
    <section className={manager.panel} aria-label={t('approvals.view.people')} tabIndex={0}>
      <p>{t('approvals.peopleHelp')}</p>
      {failure !== null && <FailureState failure={failure} />}
      <table className={manager.table}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.name')}</th>
            <th scope="col">{t('approvals.roles')}</th>
            <th scope="col">{t('approvals.pinSet')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('approvals.leaves')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {loaded.data.items.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>{format.list(person.roles.map((role) => t(`approvals.role.${role}`)))}</td>
              <td>
                {person.leftAt
                  ? t('approvals.left', { when: format.dateTime(person.leftAt, store.timeZone) })
                  : person.pin && format.dateTime(person.pin.setAt, store.timeZone)}
              </td>
              <td>
                <Button onClick={() => void move(person, person.leftAt === null)}>
                  {t(person.leftAt === null ? 'approvals.takeOff' : 'approvals.takeBack')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
