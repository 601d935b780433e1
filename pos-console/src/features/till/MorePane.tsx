import { HandCoins, MonitorUp, PackageCheck, PackagePlus, Printer, Trash2 } from 'lucide-react';
import { openDisplay } from '@/features/display/display-channel';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { PaneHead } from './PaneHead';
import { useTill } from './till-context';
import styles from './till.module.css';

/** What a cashier needs now and then. */
export function MorePane() {
  const { desk, state } = useTill();
  const { t } = useWords();
  return (
    <div className={styles.sidePane}>
      <PaneHead title={t('more.title')} />
      <div className={styles.more}>
        <Button
          disabled={state.basket.lines.length === 0}
          aria-keyshortcuts="Control+Delete"
          onClick={() => {
            desk.back();
            desk.voidBasket();
          }}
        >
          <Trash2 size={20} aria-hidden="true" />
          {t('more.void')}
        </Button>
        <Button
          disabled={state.basket.lines.length === 0}
          aria-keyshortcuts="Shift+F6"
          onClick={() => desk.act({ type: 'pane', pane: { name: 'set-aside' } })}
        >
          <HandCoins size={20} aria-hidden="true" />
          {t('layaway.setAside')}
        </Button>
        <Button
          aria-keyshortcuts="Shift+F7"
          onClick={() => desk.act({ type: 'pane', pane: { name: 'layaways' } })}
        >
          <PackageCheck size={20} aria-hidden="true" />
          {t('layaway.list')}
        </Button>
        <Button onClick={() => desk.act({ type: 'pane', pane: { name: 'open-item', code: null } })}>
          <PackagePlus size={20} aria-hidden="true" />
          {t('openItem.button')}
        </Button>
        <Button onClick={() => desk.act({ type: 'pane', pane: { name: 'printer' } })}>
          <Printer size={20} aria-hidden="true" />
          {t('printing.pane')}
        </Button>
        <Button
          onClick={() => {
            openDisplay();
            desk.back();
          }}
        >
          <MonitorUp size={20} aria-hidden="true" />
          {t('display.open.button')}
        </Button>
      </div>
    </div>
  );
}
