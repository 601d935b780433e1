import { expect, test, vi } from 'vitest';
import { startsOffline } from './starts-offline';

const registered = (active: boolean) =>
  ({ active: active ? ({} as ServiceWorker) : null }) as ServiceWorkerRegistration;
const workers = (active: boolean, ready: Promise<ServiceWorkerRegistration>) => ({
  getRegistration: () => Promise.resolve(registered(active)),
  ready,
});
const never = new Promise<ServiceWorkerRegistration>(() => undefined);

test('a console that is wholly on the device says so', async () => {
  const tell = vi.fn();
  startsOffline(workers(true, never), tell);
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[true]]));
});

test('one that is still being fetched says so, and tells when it is there', async () => {
  const tell = vi.fn();
  let fetched: (registration: ServiceWorkerRegistration) => void = () => undefined;
  const ready = new Promise<ServiceWorkerRegistration>((resolve) => (fetched = resolve));
  startsOffline(workers(false, ready), tell);
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[false]]));
  fetched(registered(true));
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[false], [true]]));
});

test('a browser without service workers never starts without a network', async () => {
  const tell = vi.fn();
  startsOffline(undefined, tell);
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[false]]));
});

test('nobody is told any more once the list is closed', async () => {
  const [closed, open] = [vi.fn(), vi.fn()];
  startsOffline(workers(true, never), closed)();
  startsOffline(workers(true, never), open);
  await vi.waitFor(() => expect(open).toHaveBeenCalled());
  expect(closed).not.toHaveBeenCalled();
});
