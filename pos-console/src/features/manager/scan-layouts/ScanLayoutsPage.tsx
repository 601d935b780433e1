import { useQuery } from '@tanstack/react-query';
import { ScanBarcode } from 'lucide-react';
import { getAll } from '@/shared/http/api';
import type { ScanLayout } from '@/shared/http/shapes';
import { useWords } from '@/shared/i18n';
import { mayKeepCatalog, mayPromoteIn, useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from '../address';
import manager from '../manager.module.css';
import { usePlace, useStoreNames } from '../place';
import { ScanLayoutSheet } from './ScanLayoutSheet';

/** How the shop's scales print weight or price into a code: all that count in this store. */
export default function ScanLayoutsPage() {
  const { t, format } = useWords();
  const { user } = useSession();
  const { store } = usePlace();
  const storeName = useStoreNames();
  const address = useAddress();
  const loaded = useQuery({
    queryKey: ['scan-layouts'],
    queryFn: () => getAll<ScanLayout>('/api/scan-layouts?limit=500'),
  });
  const layouts = (loaded.data ?? [])
    .filter(({ storeId }) => storeId === null || storeId === store.id)
    .sort((a, b) => a.prefix.localeCompare(b.prefix));
  const wanted = address.get('layout');
  const opened = layouts.find(({ id }) => id === wanted);
  const mayChange = ({ storeId }: ScanLayout) =>
    mayKeepCatalog(user) && mayPromoteIn(user, storeId === null ? [] : [storeId]);
  const close = () => address.change({ layout: null });
  return (
    <>
      <header className={manager.head}>
        <div>
          <h1>{t('manager.scanLayouts')}</h1>
          <p>{t('layout.help')}</p>
        </div>
        {mayKeepCatalog(user) && (
          <Button look="primary" onClick={() => address.change({ layout: 'new' })}>
            {t('layout.new')}
          </Button>
        )}
      </header>
      {loaded.error ? (
        <FailureState failure={loaded.error} retry={() => void loaded.refetch()} />
      ) : loaded.isPending ? (
        <Loading rows={3} />
      ) : layouts.length === 0 ? (
        <EmptyState icon={<ScanBarcode size={32} aria-hidden="true" />} title={t('layout.none')}>
          <p>{t('layout.noneHelp')}</p>
        </EmptyState>
      ) : (
        <div className={manager.panel} role="region" aria-label={t('manager.scanLayouts')} tabIndex={0}>
          <table className={manager.table}>
            <thead>
              <tr>
                <th scope="col">{t('layout.prefix')}</th>
                <th scope="col">{t('layout.says')}</th>
                <th scope="col" data-number data-wide>
                  {t('layout.itemDigits')}
                </th>
                <th scope="col" data-number data-wide>
                  {t('layout.valueDigits')}
                </th>
                <th scope="col">{t('promotions.where')}</th>
                <th scope="col">{t('promotions.state')}</th>
              </tr>
            </thead>
            <tbody>
              {layouts.map((layout) => (
                <tr key={layout.id}>
                  <th scope="row">
                    {mayChange(layout) ? (
                      <button
                        type="button"
                        className={manager.open}
                        aria-label={t('layout.title', { prefix: layout.prefix })}
                        onClick={() => address.change({ layout: layout.id })}
                      >
                        {layout.prefix}
                      </button>
                    ) : (
                      layout.prefix
                    )}
                  </th>
                  <td>{t(`layout.value.${layout.value}`)}</td>
                  <td data-number data-wide>
                    {format.number(layout.itemDigits)}
                  </td>
                  <td data-number data-wide>
                    {format.number(layout.valueDigits)}
                  </td>
                  <td>{layout.storeId === null ? t('promotions.everywhere') : storeName(layout.storeId)}</td>
                  <td>{t(layout.active ? 'layout.inUse' : 'layout.notInUse')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {(wanted === 'new' || opened) && <ScanLayoutSheet key={wanted} layout={opened ?? null} close={close} />}
    </>
  );
}
