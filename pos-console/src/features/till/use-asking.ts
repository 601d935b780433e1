import { useCallback, useEffect, useRef, useState } from 'react';
import { amountText, quantityText } from '@/domain/decimal';
import { uuidV7 } from '@/domain/uuid';
import { get, put } from '@/shared/http/api';
import type { ApprovalQuestion, ApprovalRequest } from '@/shared/http/shapes';
import { shopNow, shopTime } from '@/shared/shop-clock';
import type { Wish } from './approving';
import { ask, type Asking } from './asking';
import { usePresence, useTill } from './till-context';
import { pricedOf } from './till-sums';

const ANSWER_LIMIT_MS = 5_000;

/** Asks somebody elsewhere, as long as the pane is open; their approval counts like one by PIN. */
export function useAsking(wishes: readonly Wish[]) {
  const { desk } = useTill();
  const [known, setKnown] = useState<Asking | null>(null);
  const running = useRef<AbortController | null>(null);
  const questionOf = useQuestion(wishes);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setKnown(null);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(() => {
    running.current?.abort();
    const id = uuidV7();
    const path = `/api/approval-requests/${id}`;
    const control = (running.current = new AbortController());
    const limit = { timeoutMs: ANSWER_LIMIT_MS, signal: control.signal };
    let open = true;
    control.signal.addEventListener('abort', () => {
      // Nobody needs to answer any more; should this be lost, the question ends by itself.
      if (open) void put(`${path}/cancellation`, {}).catch(() => undefined);
    });
    void ask(
      questionOf(),
      {
        put: (question) => put<ApprovalRequest>(path, question, limit),
        get: () => get<ApprovalRequest>(path, limit),
        now: () => shopNow(),
        wait: (ms) => pause(ms, control.signal),
      },
      control.signal,
      (now) => {
        open = now.at === 'waiting';
        if (now.at === 'approved') desk.approve({ id: now.by, name: now.name, requestId: id });
        else setKnown(now);
      },
    );
  }, [desk, questionOf]);
  return { known, start, stop };
}

/** What is asked: the wishes, and the basket as it is now. */
function useQuestion(wishes: readonly Wish[]): () => ApprovalQuestion {
  const { device, desk, state } = useTill();
  const { person } = usePresence();
  return () => {
    const money = (value: Parameters<typeof amountText>[0]) => amountText(value, desk.minorDigits);
    const priced = pricedOf(state);
    return {
      storeId: device.store.id,
      tillId: device.till.id,
      askedBy: { id: person.id, name: person.name },
      askedAt: shopTime().toISOString(),
      currency: device.store.currency,
      wishes: wishes.map(({ deed, subject }) => ({
        subject,
        deed: {
          action: deed.action,
          lineNo: null,
          amount: amountText(deed.amount, 2),
          of: amountText(deed.of, 2),
          percent: deed.percent === undefined ? null : amountText(deed.percent, 0),
        },
      })),
      basket:
        priced.lines.length === 0
          ? null
          : {
              lines: priced.lines.map(({ line, listed, amount, gross }) => ({
                name: line.name,
                quantity: quantityText(line.quantity),
                unitPrice: money(line.unitPrice),
                discount: money((listed - amount) as typeof listed),
                amount: money(gross),
              })),
              total: money(priced.total),
            },
    };
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
