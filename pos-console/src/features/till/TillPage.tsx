import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { database } from '@/offline/database';
import { closingToShow, deviceOf, openSessionOf, type Device } from '@/offline/till-device';
import { runHeartbeat } from '@/offline/till-heartbeat';
import { put } from '@/shared/http/api';
import { useSession } from '@/shared/session/session';
import { Loading } from '@/shared/ui/states';
import { ChooseTill } from './ChooseTill';
import { OpenTill } from './OpenTill';
import { TillScreen } from './TillScreen';

const ClosedTill = lazy(() => import('./ClosedTill'));

/** The till: first choose which one this device is, then open a drawer's session, then sell. */
export function TillPage() {
  const found = useLiveQuery(async () => {
    const device = await deviceOf(database);
    return {
      device,
      session: device && (await openSessionOf(database, device.till.id)),
      closing: device && (await closingToShow(database, device.till.id)),
    };
  });
  useHeartbeat(found?.device);
  if (!found) return <Loading />;
  const { device, session, closing } = found;
  if (!device) return <ChooseTill />;
  if (!session && closing)
    return (
      <Suspense fallback={<Loading />}>
        <ClosedTill device={device} closing={closing} />
      </Suspense>
    );
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
}

export default TillPage;
