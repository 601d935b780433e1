import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Problem } from '@/shared/http/problem';
import { useWords } from '@/shared/i18n';
import type { WordKey } from '@/shared/i18n/en';
import { errorAt, errorsElsewhere, type PlacedError } from './placed-errors';

/** What is wrong, at the place in what is sent that the server would name. */
export interface Fault {
  readonly pointer: string;
  readonly word: WordKey;
}

export interface Faulty {
  readonly faults: readonly Fault[];
}

/** How one part of a form reads and changes the draft, and what is wrong with it. */
export interface DraftPart<D> {
  readonly draft: D;
  readonly change: (values: Partial<D>) => void;
  readonly errorAt: (pointer: string) => string | undefined;
}

export interface DraftForm<D> extends DraftPart<D> {
  /** Begins anew with another draft. */
  readonly replace: (draft: D) => void;
  readonly submit: (event: SubmitEvent) => void;
  readonly busy: boolean;
  readonly failure: unknown;
  /** Somebody else has saved since this was read. */
  readonly stale: boolean;
  readonly errors: readonly PlacedError[];
  /** What no field on the screen shows. */
  readonly elsewhere: readonly PlacedError[];
}

/**
 * A form over a draft: numbers as typed, faults at their fields, whether found here (`read`) or by the server (`save`). What
 * was wrong with a field is forgotten when it is corrected; after a refusal the first wrong field has the focus.
 */
export function useDraftForm<D extends object, Written extends object>({
  initial,
  places,
  read,
  save,
}: {
  initial: D;
  /** Where in what is sent the fields on the screen stand. */
  places: (draft: D) => readonly string[];
  read: (draft: D) => Written | Faulty;
  save: (written: Written) => Promise<void>;
}): DraftForm<D> {
  const { t } = useWords();
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<readonly PlacedError[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const submitted = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) submitted.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);

  const refuse = (told: readonly PlacedError[], reason: unknown) => {
    setErrors(told);
    setFailure(reason);
    setRefusals((before) => before + 1);
  };
  const send = async () => {
    setFailure(null);
    const written = read(draft);
    if (isFaulty(written)) {
      refuse(
        written.faults.map(({ pointer, word }) => ({ pointer, detail: t(word) })),
        null,
      );
      return;
    }
    setErrors([]);
    setBusy(true);
    try {
      await save(written);
    } catch (reason) {
      refuse(reason instanceof Problem ? reason.errors : [], reason);
    }
    setBusy(false);
  };

  return {
    ...{ draft, busy, failure, errors, stale: isStale(failure) },
    elsewhere: errorsElsewhere(errors, places(draft)),
    errorAt: (pointer) => errorAt(errors, pointer),
    change: (values) => {
      setDraft((before) => ({ ...before, ...values }));
      setErrors((before) => errorsElsewhere(before, Object.keys(values).flatMap(placesOfField)));
      setFailure((before: unknown) => (isStale(before) ? before : null));
    },
    replace: (next) => {
      setDraft(next);
      setErrors([]);
    },
    submit: (event) => {
      event.preventDefault();
      submitted.current = event.currentTarget as HTMLFormElement;
      void send();
    },
  };
}

export const isStale = (failure: unknown) => failure instanceof Problem && failure.status === 412;

const isFaulty = (written: object): written is Faulty => 'faults' in written;

/** Where what is sent holds a field of the draft. */
const placesOfField = (name: string) => [`/${name}`, `/window/${name}`, `/edit/${name}`];
