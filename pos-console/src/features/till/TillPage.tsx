import { useLiveQuery } from '@/offline/live';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { database, type OutboxClosing, type StoredTillSession } from '@/offline/database';
import { identityOf, type DeviceIdentity } from '@/offline/device-identity';
import { closingToShow, deviceOf, openSessionOf, type Device } from '@/offline/till-device';
import { runHeartbeat } from '@/offline/till-heartbeat';
import { put } from '@/shared/http/api';
import { runLater } from '@/shared/run-later';
import { useSession } from '@/shared/session/session';
import { Loading } from '@/shared/ui/states';
import { TillScreen } from './TillScreen';

// Opening and closing happen once a day: selling does not wait for them.
const ClosedTill = lazy(() => import('./ClosedTill'));
const EnrolPage = lazy(() => import('./device/EnrolPage'));
const OpenTill = lazy(() => import('./OpenTill'));
const RetiredDevice = lazy(() => import('./device/RetiredDevice'));

interface Found {
  readonly device: Device | undefined;
  readonly identity: DeviceIdentity | undefined;
  readonly session: StoredTillSession | undefined;
  readonly closing: OutboxClosing | undefined;
}

/** The till: first choose which one this device is, then open a drawer's session, then sell. */
export function TillPage() {
  const found = useLiveQuery(async (db): Promise<Found> => {
    const device = await deviceOf(db);
    return {
      device,
      identity: await identityOf(db),
      session: device && (await openSessionOf(db, device.till.id)),
      closing: device && (await closingToShow(db, device.till.id)),
    };
  });
  useHeartbeat(found?.device);
  if (!found) return <Loading />;
  return (
    <Suspense fallback={<Loading />}>
      <Now {...found} />
    </Suspense>
  );
}

function Now({ device, identity, session, closing }: Found) {
  if (!device) return <EnrolPage />;
  if (identity?.retired && identity.tillId === device.till.id)
    return <RetiredDevice device={device} identity={identity} />;
  if (!session && closing) return <ClosedTill device={device} closing={closing} />;
  if (!session) return <OpenTill device={device} />;
  return <TillScreen key={session.id} device={device} session={session} />;
}

/** The server hears how this till is for as long as somebody is signed in. */
function useHeartbeat(device: Device | undefined): void {
  const { token } = useSession();
  const text = JSON.stringify(device ?? null);
  const unchanged = useMemo(() => JSON.parse(text) as Device | null, [text]);
  useEffect(
    () =>
      unchanged && token === 'valid'
        ? runHeartbeat(database, unchanged, __APP_VERSION__, (path, state) => put(path, state))
        : undefined,
    [unchanged, token],
  );
  useEffect(
    () =>
      unchanged && token === 'valid'
        ? runLater(
            () => import('@/offline/device-keys'),
            ({ keepKeysFresh }) => keepKeysFresh(database, unchanged.store.id),
          )
        : undefined,
    [unchanged, token],
  );
}

export default TillPage;
