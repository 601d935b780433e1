import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { isTransient } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import { mayApprove, mayManage, mayReadCatalog, useSession } from '@/shared/session/session';
import { Choice, Field } from '@/shared/ui/controls';
import { EmptyState, FailureState, Loading } from '@/shared/ui/states';
import { useAddress } from './address';
import styles from './manager.module.css';
import { OverviewPage } from './OverviewPage';
import { PlaceContext, usePlaces } from './place';
import { SalesPage } from './SalesPage';
import { StockPage } from './StockPage';

const ApprovalsPage = lazy(() => import('./approvals/ApprovalsPage'));
const DevicesPage = lazy(() => import('./devices/DevicesPage'));
const SalvagePage = lazy(() => import('./salvage/SalvagePage'));
const ProductsPage = lazy(() => import('./ProductsPage'));
const PriceListsPage = lazy(() => import('./price-lists/PriceListsPage'));
const ChangeSetsPage = lazy(() => import('./change-sets/ChangeSetsPage'));
const ScanLayoutsPage = lazy(() => import('./scan-layouts/ScanLayoutsPage'));
const PromotionsPage = lazy(() => import('./promotions/PromotionsPage'));

const FRESH_MS = 15_000;
const TRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: 'always',
      retry: (failures, failure) => failures < TRIES && isTransient(failure),
    },
  },
});

/** The manager's pages: one store and one day at a time, both in the address. Others who may see them get the catalog's. */
export default function ManagerPages() {
  return (
    <QueryClientProvider client={queries}>
      <Pages />
    </QueryClientProvider>
  );
}

function Pages() {
  const { t } = useWords();
  const { user } = useSession();
  const figures = mayManage(user);
  const changes = mayReadCatalog(user);
  const approves = mayApprove(user);
  const places = usePlaces();
  if (places.failure) return <FailureState failure={places.failure} retry={places.retry} />;
  if (!places.stores) return <Loading />;
  if (!places.place) return <EmptyState title={t('manager.noStore')} />;
  return (
    <PlaceContext value={places.place}>
      <main className={styles.page}>
        <div className={styles.tabs}>
          <Tabs figures={figures} changes={changes} approves={approves} />
          <Where stores={places.stores} />
        </div>
        <Suspense fallback={<Loading />}>
          <Switch>
            {figures && <Route path="/" component={OverviewPage} />}
            {figures && <Route path="/sales" component={SalesPage} />}
            {figures && <Route path="/stock" component={StockPage} />}
            {approves && <Route path="/approvals" component={ApprovalsPage} />}
            {approves && <Route path="/devices" component={DevicesPage} />}
            {approves && <Route path="/devices/bring-in" component={SalvagePage} />}
            {changes && <Route path="/products" component={ProductsPage} />}
            {changes && <Route path="/price-lists" component={PriceListsPage} />}
            {changes && <Route path="/change-sets" component={ChangeSetsPage} />}
            {changes && <Route path="/promotions" component={PromotionsPage} />}
            {changes && <Route path="/scan-layouts" component={ScanLayoutsPage} />}
            <Route>
              <Redirect to={figures ? '/' : changes ? '/products' : '/approvals'} replace />
            </Route>
          </Switch>
        </Suspense>
      </main>
    </PlaceContext>
  );
}

function Tabs({ figures, changes, approves }: { figures: boolean; changes: boolean; approves: boolean }) {
  const { t } = useWords();
  const [path] = useLocation();
  const search = new URLSearchParams(useSearch());
  const kept = new URLSearchParams();
  for (const name of ['store', 'date']) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  const suffix = kept.size > 0 ? `?${kept}` : '';
  const tabs = [
    ...(figures
      ? [
          ['/', t('manager.overview')] as const,
          ['/sales', t('manager.sales')] as const,
          ['/stock', t('manager.stock')] as const,
        ]
      : []),
    ...(approves
      ? [['/approvals', t('app.approvals')] as const, ['/devices', t('devices.title')] as const]
      : []),
    ...(changes
      ? [
          ['/products', t('manager.products')] as const,
          ['/price-lists', t('manager.priceLists')] as const,
          ['/change-sets', t('manager.changeSets')] as const,
          ['/promotions', t('manager.promotions')] as const,
          ['/scan-layouts', t('manager.scanLayouts')] as const,
        ]
      : []),
  ];
  return (
    <nav aria-label={t('app.manager')}>
      {tabs.map(([to, name]) => (
        <Link
          key={to}
          href={`${to}${suffix}`}
          aria-current={path === to || path.startsWith(`${to}/`) ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function Where({ stores }: { stores: readonly { id: string; name: string }[] }) {
  const { t } = useWords();
  const address = useAddress();
  const { storeId, date } = address;
  return (
    <div className={styles.where}>
      {stores.length > 1 && (
        <Choice
          label={t('manager.store')}
          value={storeId ?? stores[0]?.id}
          options={stores.map((store) => ({ value: store.id, text: store.name }))}
          onChange={(event) => address.change({ store: event.target.value })}
        />
      )}
      <PlaceDate label={t('manager.date')} date={date} change={(value) => address.change({ date: value })} />
    </div>
  );
}

function PlaceDate({
  label,
  date,
  change,
}: {
  label: string;
  date: string;
  change: (date: string | null) => void;
}) {
  return (
    <Field label={label} type="date" value={date} onChange={(event) => change(event.target.value || null)} />
  );
}
