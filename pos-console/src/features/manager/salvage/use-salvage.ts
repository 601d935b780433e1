import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { uuidV7 } from '@/domain/uuid';
import { bringIn, type Known, type Progress } from '@/offline/salvage/bring-in';
import type { Held } from '@/offline/salvage/held';
import { askKnown, WIRE_KINDS } from '@/offline/salvage/known';
import { NotReadable, readUnsentFile } from '@/offline/salvage/unsent-file';
import { mayServe, useSession } from '@/shared/session/session';
import { keysOfDevices, office, writeBeginning, writeOutcome } from './salvage-office';

export type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly part: number }
  | { readonly at: 'unreadable'; readonly why: NotReadable['why'] | 'other-store' }
  | { readonly at: 'failed'; readonly failure: unknown; readonly retry: () => void }
  | { readonly at: 'found'; readonly held: Held; readonly known: Known }
  | { readonly at: 'sending'; readonly held: Held; readonly progress: Progress | null }
  | { readonly at: 'ended'; readonly held: Held; readonly progress: Progress; readonly noted: boolean };

const MOST_NAMED = 500;
const LONGEST_WORDS = 1_000;

/** Brings in what a device held: read and checked whole, told, then sent. Nothing of it is kept here. */
export function useSalvage() {
  const { user } = useSession();
  const pages = useQueryClient();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const look = async (held: Held) => {
    if (!mayServe(user, held.storeId)) setStep({ at: 'unreadable', why: 'other-store' });
    else setStep({ at: 'found', held, known: await askKnown(held, office) });
  };
  const failing = (work: () => Promise<void>) => {
    const attempt = () =>
      void work().catch((failure: unknown) => {
        if (failure instanceof NotReadable) setStep({ at: 'unreadable', why: failure.why });
        else setStep({ at: 'failed', failure, retry: attempt });
      });
    attempt();
  };
  const send = async (held: Held, known: Known, id: string) => {
    const control = new AbortController();
    stop.current = control;
    setStep({ at: 'sending', held, progress: null });
    await writeBeginning(id, beginningOf(held));
    const tell = (progress: Progress) => setStep({ at: 'sending', held, progress });
    const progress = await bringIn(held, known, office, tell, control.signal);
    const noted = await writeOutcome(id, outcomeOf(held, progress)).then(
      () => true,
      () => false,
    );
    setStep({ at: 'ended', held, progress, noted });
    void pages.invalidateQueries({ queryKey: ['till-journals'] });
    void pages.invalidateQueries({ queryKey: ['salvages'] });
  };

  return {
    step,
    choose: (file: File) =>
      failing(async () => {
        setStep({ at: 'reading', part: 0 });
        await look(await readUnsentFile(file, keysOfDevices(), (part) => setStep({ at: 'reading', part })));
      }),
    /** What was read in another way than from a file. */
    take: (held: Held) =>
      failing(async () => {
        setStep({ at: 'reading', part: 0 });
        await look(held);
      }),
    bringIn: (held: Held, known: Known) => {
      const id = uuidV7();
      failing(() => send(held, known, id));
    },
    breakOff: () => stop.current?.abort(),
    again: () => setStep({ at: 'choosing' }),
  };
}

const beginningOf = ({ storeId, deviceId, documents, entries, digest, exportedAt }: Held) => ({
  ...{ storeId, deviceId, digest, exportedAt, source: digest === null ? 'RECEIPTS' : 'FILE' },
  tillIds: [...new Set(documents.map(({ tillId }) => tillId))],
  ...{ documents: documents.length, entries: entries.length },
});

function outcomeOf(held: Held, { stored, known, refused, entriesTaken, entriesKnown }: Progress) {
  const notSent =
    held.documents.length -
    stored -
    known -
    refused.length +
    held.entries.length -
    entriesTaken -
    entriesKnown;
  return {
    ...{ stored, known, refusedInAll: refused.length, entriesTaken },
    leftOut: notSent + held.flaws.filter(({ leftOut }) => leftOut).length,
    refused: refused.slice(0, MOST_NAMED).map(({ kind, id, why }) => ({
      ...{ kind: WIRE_KINDS[kind], id, why: why.slice(0, LONGEST_WORDS) || '–' },
    })),
  };
}
