import { useEffect, useState } from 'react';
import { useLiveQuery } from '@/offline/live';
import { database } from '@/offline/database';
import { scalesOf, type BridgeScale } from '@/offline/weighing/bridge-scale';
import { keepScaleSetting, scaleSetting, type ScaleSetting } from '@/offline/weighing/scale-setting';
import { useWords } from '@/shared/i18n';
import { Choice } from '@/shared/ui/controls';
import { Note } from '@/shared/ui/states';
import { AddressField } from '../AddressField';
import { ScaleNote } from './WeighPane';

const ASK_MS = 1_000;

/** Which scale this device weighs with. */
export function ScaleFields() {
  const { t } = useWords();
  const setting = useLiveQuery(scaleSetting);
  if (!setting) return null;
  const change = (changed: Partial<ScaleSetting>) =>
    void keepScaleSetting(database, { ...setting, ...changed });
  return (
    <>
      <Choice
        label={t('scale.connection')}
        value={setting.connection}
        options={(['none', 'bridge'] as const).map((value) => ({ value, text: t(`scale.by.${value}`) }))}
        onChange={({ target }) => change({ connection: target.value === 'bridge' ? 'bridge' : 'none' })}
      />
      {setting.connection === 'bridge' && <AtBridge setting={setting} change={change} />}
    </>
  );
}

function AtBridge({
  setting,
  change,
}: {
  setting: ScaleSetting;
  change: (changed: Partial<ScaleSetting>) => void;
}) {
  const { t } = useWords();
  const scales = useScales(setting.bridge);
  const mine = scales?.find(({ name }) => name === setting.scale);
  return (
    <>
      <AddressField label={t('scale.bridge')} value={setting.bridge} keep={(bridge) => change({ bridge })} />
      {scales === null && (
        <Note tone="warn" live>
          {t('scale.state.NO_BRIDGE')}
        </Note>
      )}
      {scales && (
        <Choice
          label={t('scale.name')}
          value={mine ? mine.name : ''}
          options={[
            ...(mine ? [] : [{ value: '', text: t('scale.choose') }]),
            ...scales.map(({ name }) => ({ value: name, text: name })),
          ]}
          onChange={(event) => change({ scale: event.target.value })}
        />
      )}
      {mine && <ScaleNote reading={mine} />}
    </>
  );
}

/** The scales of a bridge, asked for again and again; null when it does not answer, undefined before it has. */
function useScales(bridge: string): readonly BridgeScale[] | null | undefined {
  const [scales, setScales] = useState<readonly BridgeScale[] | null>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const found = await scalesOf(bridge).catch(() => null);
      if (left) return;
      setScales(found);
      timer = setTimeout(() => void ask(), ASK_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [bridge]);
  return scales;
}
