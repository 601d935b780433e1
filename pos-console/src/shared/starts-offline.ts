/** What is asked of a browser's service workers; none where the page did not come over a secure connection. */
type Workers = Pick<ServiceWorkerContainer, 'getRegistration' | 'ready'> | undefined;

/**
 * Tells whether all of the console is on this device, so that it starts without a network: now, and once more when it is.
 * A browser that cannot keep it is told of as one that has not.
 *
 * @returns stops telling
 */
export function startsOffline(workers: Workers, tell: (complete: boolean) => void): () => void {
  let listening = true;
  const say = (complete: boolean) => listening && tell(complete);
  const ask = async () => {
    // Active only once everything that it keeps has been fetched.
    const here = await workers?.getRegistration();
    say(Boolean(here?.active));
    if (!workers || here?.active) return;
    await workers.ready;
    say(true);
  };
  ask().catch(() => say(false));
  return () => {
    listening = false;
  };
}
