import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '@/offline/database';
import { closingToShow, deviceOf, openSessionOf } from '@/offline/till-device';
import { Loading } from '@/shared/ui/states';
import { ChooseTill } from './ChooseTill';
import { ClosedTill } from './ClosedTill';
import { OpenTill } from './OpenTill';
import { TillScreen } from './TillScreen';

/** The till: first choose which one this device is, then open its session, then sell. */
export function TillPage() {
  const found = useLiveQuery(async () => {
    const device = await deviceOf(database);
    return {
      device,
      session: device && (await openSessionOf(database, device.till.id)),
      closing: device && (await closingToShow(database, device.till.id)),
    };
  });
  if (!found) return <Loading />;
  const { device, session, closing } = found;
  if (!device) return <ChooseTill />;
  if (!session && closing) return <ClosedTill device={device} closing={closing} />;
  if (!session) return <OpenTill device={device} />;
  return <TillScreen key={session.id} device={device} session={session} />;
}

export default TillPage;
