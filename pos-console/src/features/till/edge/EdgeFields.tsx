import { useEffect, useState } from 'react';
import { database } from '@/offline/database';
import { edgeAddress, keepEdgeAddress } from '@/offline/edge/edge-setting';
import { relayAt } from '@/offline/edge/relay';
import { storeKeyOf, type StoreKey } from '@/offline/edge/store-key';
import { useLiveQuery } from '@/offline/live';
import { useWords } from '@/shared/i18n';
import { Note } from '@/shared/ui/states';
import { AddressField } from '../AddressField';
import { useTill } from '../till-context';

const ASK_MS = 3_000;

/** Where the shop's relay is; empty where there is none. */
export default function EdgeFields() {
  const { device } = useTill();
  const { t } = useWords();
  const found = useLiveQuery(
    async (db) => ({ address: await edgeAddress(db), key: await storeKeyOf(db, device.store.id) }),
    [device.store.id],
  );
  if (!found) return null;
  return (
    <>
      <AddressField
        label={t('edge.address')}
        value={found.address}
        keep={(address) => void keepEdgeAddress(database, address)}
      />
      {found.address === '' ? (
        <Note tone="info">{t('edge.addressHelp')}</Note>
      ) : found.key === null ? (
        <Note tone="warn" live>
          {t('edge.noKey')}
        </Note>
      ) : (
        <Answering address={found.address} storeKey={found.key} />
      )}
    </>
  );
}

function Answering({ address, storeKey }: { address: string; storeKey: StoreKey }) {
  const { t } = useWords();
  const answers = useAnswering(address, storeKey.box);
  if (answers === undefined) return null;
  return (
    <Note tone={answers ? 'good' : 'warn'} live>
      {t(answers ? 'edge.ready' : 'edge.away')}
    </Note>
  );
}

/** Undefined before it was asked. */
function useAnswering(address: string, box: string): boolean | undefined {
  const [answers, setAnswers] = useState<boolean>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = async () => {
      const said = await relayAt(address)
        .content(box)
        .then(
          () => true,
          () => false,
        );
      if (left) return;
      setAnswers(said);
      timer = setTimeout(() => void ask(), ASK_MS);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [address, box]);
  return answers;
}
