import type { Connection } from './connection';

type Send = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/**
 * A printer that the browser itself speaks to. It knows no ids and tells no state: what breaks off while it is sent may be
 * on paper or not.
 */
export function directConnection(
  open: () => Promise<Send | null>,
  drawerKick: Uint8Array<ArrayBuffer>,
): Connection {
  const opened = () => open().catch(() => null);
  return {
    remembersIds: false,
    print: async (_, document) => {
      const send = await opened();
      if (!send) return { state: 'waiting', printer: 'GONE' };
      return send(document).then(
        () => ({ state: 'printed', printer: 'READY' }) as const,
        () => ({ state: 'uncertain', printer: 'GONE' }) as const,
      );
    },
    openDrawer: async () => {
      const send = await opened();
      return (
        send !== null &&
        send(drawerKick).then(
          () => true,
          () => false,
        )
      );
    },
  };
}
