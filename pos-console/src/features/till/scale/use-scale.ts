import { useEffect, useState } from 'react';
import { useLiveQuery } from '@/offline/live';
import { readScale, type Reading } from '@/offline/weighing/bridge-scale';
import { scaleSetting } from '@/offline/weighing/scale-setting';

const ASK_AGAIN_MS = 200;
/** What was read longer ago may lie on the scale no more: it is not offered. */
const STALE_MS = 800;

/** What lies on this till's scale, asked for again and again; null without a scale, undefined while it does not answer yet. */
export function useScale(): Reading | null | undefined {
  const setting = useLiveQuery(scaleSetting);
  const [reading, setReading] = useState<Reading>();
  const { connection, bridge = '', scale = '' } = setting ?? {};
  const there = connection === 'bridge' && scale !== '';
  useEffect(() => {
    if (!there) return;
    let next: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const late = setTimeout(() => setReading(undefined), STALE_MS);
      const read = await readScale(bridge, scale);
      clearTimeout(late);
      if (left) return;
      setReading(read);
      next = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(next);
    };
  }, [there, bridge, scale]);
  if (!setting) return undefined;
  return there ? reading : null;
}
