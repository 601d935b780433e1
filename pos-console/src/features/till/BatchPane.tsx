import { mayStayUntold } from '@/domain/telling-apart';
import { useWords } from '@/shared/i18n';
import { Button } from '@/shared/ui/controls';
import { shopNow } from '@/shared/shop-clock';
import { PaneHead } from './PaneHead';
import { SellPane } from './SellPane';
import { TellingApart } from './telling-apart';
import { focusSearch, useTill } from './till-context';
import styles from './till.module.css';

/** Which lot or which piece it is: typed or scanned into the field that all codes go to. */
export function BatchPane({ of }: { of: number }) {
  const { desk, state } = useTill();
  const { t } = useWords();
  const { lines } = state.basket;
  const line = lines.find(({ key }) => key === of);
  if (!line?.tracking) return <SellPane />;
  const { tracking, name } = line;
  const again = TellingApart.lastLot(lines, line);
  const known = tracking === 'LOT' ? line.pack?.batch?.lot : line.pack?.batch?.serial;
  const done = (act: () => void) => () => {
    act();
    focusSearch();
  };
  const takeOff = () => {
    desk.act({ type: 'remove', key: of, at: shopNow() });
    focusSearch();
  };
  return (
    <SellPane asked={t(`batch.field.${tracking}`)}>
      <div className={styles.sidePane}>
        <PaneHead title={t(`batch.title.${tracking}`, { name })} />
        <p role="status">{known ? t('batch.now', { number: known }) : t(`batch.help.${tracking}`)}</p>
        {again !== null && again !== known && (
          <Button big onClick={done(() => desk.tellApart(again))}>
            {t('batch.again', { lot: again })}
          </Button>
        )}
        <div className={styles.paidActions}>
          <Button look="primary" disabled={state.text.trim() === ''} onClick={() => desk.confirmSearch(null)}>
            {t('batch.keep')}
          </Button>
          {!known && mayStayUntold(line) && (
            <Button onClick={done(() => desk.act({ type: 'leave-untold', key: of }))}>
              {t(`batch.without.${tracking}`)}
            </Button>
          )}
          {!known && (
            <Button shortcut="-" onClick={takeOff}>
              {t('batch.remove')}
            </Button>
          )}
        </div>
      </div>
    </SellPane>
  );
}
