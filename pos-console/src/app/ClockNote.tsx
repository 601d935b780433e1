import { useSyncExternalStore } from 'react';
import { useWords } from '@/shared/i18n';
import { clockOff, onClockChange } from '@/shared/shop-clock';
import { Note } from '@/shared/ui/states';

/** Less does no harm, and is nobody's fault. */
const WORTH_TELLING_MS = 120_000;

/** The device's clock is wrong: the till goes by the server's, and somebody should set it. */
export function ClockNote() {
  const { t } = useWords();
  const off = useSyncExternalStore(onClockChange, clockOff);
  return Math.abs(off) < WORTH_TELLING_MS ? null : <Note tone="warn">{t('app.clock')}</Note>;
}
