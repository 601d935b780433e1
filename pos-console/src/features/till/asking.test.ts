import { describe, expect, it } from 'vitest';
import { Problem, Unreachable } from '@/shared/http/problem';
import type { ApprovalQuestion, ApprovalRequest } from '@/shared/http/shapes';
import { ask, PATIENCE_MS, type Asking } from './asking';

type Answer = Pick<ApprovalRequest, 'state' | 'decidedBy' | 'decidedByName' | 'word'>;
const waiting: Answer = { state: 'WAITING', decidedBy: null, decidedByName: null, word: null };
const decided = (state: Answer['state'], word: string | null = null): Answer => ({
  ...{ state, word },
  ...{ decidedBy: 'mia', decidedByName: 'Mia' },
});

/** Asks a counter that gives these answers, one a second; the last for ever. */
async function asked(answers: readonly (Answer | Error)[], stopAfter = Infinity) {
  let clock = 0;
  let at = 0;
  const sent: ('put' | 'get')[] = [];
  const heard: Asking[] = [];
  const control = new AbortController();
  const next = (how: 'put' | 'get') => {
    sent.push(how);
    const answer = answers[Math.min(at++, answers.length - 1)] ?? waiting;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  await ask(
    {} as ApprovalQuestion,
    {
      put: () => next('put'),
      get: () => next('get'),
      now: () => clock,
      wait: (ms) => {
        clock += ms;
        if (sent.length >= stopAfter) control.abort();
        return Promise.resolve();
      },
    },
    control.signal,
    (known) => heard.push(known),
  );
  return { sent, last: heard.at(-1), heard, seconds: clock / 1_000 };
}

describe('asking somebody elsewhere', () => {
  it('learns the answer within a second of it', async () => {
    const { sent, last, seconds } = await asked([waiting, waiting, decided('APPROVED')]);
    expect(sent).toEqual(['put', 'get', 'get']);
    expect(last).toEqual({ at: 'approved', by: 'mia', name: 'Mia' });
    expect(seconds).toBe(2);
  });

  it('asks the same question again when the network lost it, and says so meanwhile', async () => {
    const { sent, heard, last } = await asked([
      new Unreachable(),
      new Unreachable(),
      waiting,
      decided('REFUSED', 'no'),
    ]);
    expect(sent).toEqual(['put', 'put', 'put', 'get']);
    expect(heard.some((known) => known.at === 'waiting' && !known.reached)).toBe(true);
    expect(last).toEqual({ at: 'refused', name: 'Mia', word: 'no' });
  });

  it('ends after two minutes, whether or not anybody heard it', async () => {
    for (const answers of [[waiting], [new Unreachable()]]) {
      const { last, seconds } = await asked(answers);
      expect(last).toEqual({ at: 'timed-out' });
      expect(seconds).toBe(PATIENCE_MS / 1_000);
    }
    expect((await asked([decided('EXPIRED')])).last).toEqual({ at: 'timed-out' });
  });

  it('says why when it may not be asked, and stops when it is left', async () => {
    const refusal = new Problem(403, { detail: 'You do not work in store "berlin".' });
    expect((await asked([refusal])).last).toEqual({ at: 'failed', why: refusal.message });
    expect((await asked([waiting], 3)).sent).toHaveLength(3);
  });
});
