import { quantityText, timesRounded, type Quantity } from '@/domain/decimal';
import { readWeight } from '@/domain/weighing';
import type { Scanned } from '@/domain/scanned';
import type { Reading } from '@/offline/weighing/bridge-scale';
import { useWords } from '@/shared/i18n';
import { Amount, Button } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { NumberPad } from '../NumberPad';
import { PaneHead } from '../PaneHead';
import { PriceTag } from '../PriceTag';
import { SellPane } from '../SellPane';
import { focusSearch, useTill } from '../till-context';
import { listPriceOf } from '../till-sums';
import till from '../till.module.css';
import styles from './scale.module.css';
import { useScale } from './use-scale';

/** What goods weigh: from the scale as soon as it stands still, or typed into the field that all codes go to. */
export function WeighPane({ goods }: { goods: Scanned }) {
  const { desk, state } = useTill();
  const { t, format } = useWords();
  const reading = useScale();
  const { product } = goods;
  const onScale = readWeight(reading?.kilograms ?? '');
  const typed = readWeight(state.text);
  const weight = state.text.trim() === '' ? onScale : typed;
  const shown = weight === null ? '' : format.quantity(quantityText(weight));
  const take = () => {
    if (state.text.trim() !== '') desk.confirmSearch(null);
    else if (onScale !== null) desk.weigh(onScale);
    focusSearch();
  };
  return (
    <SellPane asked={t('weigh.field')} confirm={take}>
      <div className={till.payPane}>
        <PaneHead title={t('weigh.title', { name: product.name })} />
        {reading === null ? <p>{t('weigh.help')}</p> : <ScaleNote reading={reading} />}
        {weight !== null && (
          <p className={styles.weight}>
            <output>{t('weigh.kilograms', { weight: shown })}</output>
            <span className={styles.price}>
              <PriceTag product={product} /> / {t('unit.KG')} · <Costs goods={goods} weight={weight} />
            </span>
          </p>
        )}
        <NumberPad text={state.text} change={(text) => desk.typed({ type: 'text', text })} />
        <Button look="primary" big aria-keyshortcuts="Enter" disabled={weight === null} onClick={take}>
          {weight === null ? t('weigh.take') : t('weigh.takeThis', { weight: shown })}
        </Button>
      </div>
    </SellPane>
  );
}

/** What a person at the scale can do about it, in words. */
export function ScaleNote({ reading }: { reading: Reading | undefined }) {
  const { t } = useWords();
  if (!reading) return <Note tone="info">{t('scale.asking')}</Note>;
  const { state, kilograms } = reading;
  if (state === 'STABLE')
    return (
      <Note tone={readWeight(kilograms ?? '') === null ? 'info' : 'good'} live>
        {readWeight(kilograms ?? '') === null ? t('scale.empty') : t('scale.state.STABLE')}
      </Note>
    );
  return (
    <Note tone={state === 'UNSTABLE' ? 'info' : 'warn'} live>
      {t(`scale.state.${state}`)}
    </Note>
  );
}

/** What that much of it costs before promotions. */
function Costs({ goods: { product }, weight }: { goods: Scanned; weight: Quantity }) {
  const { state } = useTill();
  const price = listPriceOf(state, product);
  if (price === null) return null;
  return <Amount value={timesRounded(price, weight, state.minorDigits)} currency={product.currency} />;
}
