import { useEffect } from 'react';
import { GROUP_SEPARATOR } from '@/domain/gs1';
import { shopNow } from '@/shared/shop-clock';
import { BurstDetector } from './burst-detector';
import { GIVEN_FIELD, SEARCH_FIELD } from './till-context';
import type { TillDesk } from './till-desk';

export interface KeyActions {
  readonly showKeys: () => void;
  /** Enter in the search field, with what the person chose among the results. */
  readonly confirmSearch: () => void;
  /** Arrows while results are shown; false when there are none to walk. */
  readonly walkResults: (step: 1 | -1) => boolean;
  readonly leavePane: () => boolean;
}

type FieldId = typeof SEARCH_FIELD | typeof GIVEN_FIELD;

const isPrintable = (event: KeyboardEvent) => event.key.length === 1 && event.key !== ' ';

/** How scanners that act as keyboards send FNC1: as the control character's key, or as F8. */
const isSeparator = (event: KeyboardEvent) =>
  event.key === 'F8' || (event.ctrlKey && (event.key === ']' || event.code === 'BracketRight'));

/**
 * The till's keyboard. Characters always reach a field first; a burst that proves to be a scan is taken out of the field
 * again. Fields of other panes keep their keys to themselves.
 */
export function useTillKeys(desk: TillDesk, actions: KeyActions): void {
  useEffect(() => {
    const detector = new BurstDetector();
    const field = (): FieldId => (desk.snapshot().pane.name === 'paying' ? GIVEN_FIELD : SEARCH_FIELD);

    const onKey = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      const scanning = detector.isRunning(event.timeStamp);
      if (scanning && isSeparator(event)) {
        stop(event);
        detector.char(GROUP_SEPARATOR, event.timeStamp);
        return;
      }
      if (functionKey(event, desk, actions)) {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      const own = target.id === SEARCH_FIELD || target.id === GIVEN_FIELD;
      if (!own && target.matches('input, select, textarea')) return;

      if (event.key === 'Enter' || event.key === 'Tab') {
        const burst = detector.end(event.timeStamp);
        if (burst !== null) {
          stop(event);
          const typedInto = target.id === GIVEN_FIELD ? GIVEN_FIELD : own ? SEARCH_FIELD : field();
          desk.burst(burst, typedInto === GIVEN_FIELD ? 'given' : 'search', takeOut(desk, typedInto, burst));
        } else if (event.key === 'Enter' && (own || target === document.body)) {
          stop(event);
          if (field() === GIVEN_FIELD) desk.confirmTender();
          else actions.confirmSearch();
        }
        return;
      }
      const partOfScan = scanning && (event.key === '/' || event.key === '?');
      if (!partOfScan && command(event, desk, actions, field())) {
        stop(event);
        detector.reset();
        return;
      }
      if (isPrintable(event)) {
        detector.char(event.key, event.timeStamp);
        if (!own) document.getElementById(field())?.focus();
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [desk, actions]);
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Empties the field and returns what stood there before the burst. */
function takeOut(desk: TillDesk, field: FieldId, burst: string): string {
  const { text, pane } = desk.snapshot();
  const searching = field === SEARCH_FIELD;
  const held = searching ? text : pane.name === 'paying' ? pane.given : '';
  desk.typed(searching ? { type: 'text', text: '' } : { type: 'given', given: '' });
  const shown = burst.replaceAll(GROUP_SEPARATOR, '');
  return held.endsWith(shown) ? held.slice(0, -shown.length) : '';
}

function functionKey(event: KeyboardEvent, desk: TillDesk, actions: KeyActions): boolean {
  // Asked for now it would happen when the card has answered, and surprise.
  if (/^F\d/.test(event.key) && desk.snapshot().pane.name === 'card') return true;
  switch (event.key) {
    case 'F2':
      desk.act({ type: 'pane', pane: { name: 'customer' } });
      return true;
    case 'F3':
      desk.why();
      return true;
    case 'F4':
      desk.discount();
      return true;
    case 'F6':
      if (event.shiftKey) desk.act({ type: 'pane', pane: { name: 'set-aside' } });
      else desk.park();
      return true;
    case 'F7':
      desk.act({ type: 'pane', pane: { name: event.shiftKey ? 'layaways' : 'parked' } });
      return true;
    case 'F8':
      desk.act({ type: 'pane', pane: { name: 'returning' } });
      return true;
    case 'F9': {
      const { pane } = desk.snapshot();
      desk.pay(pane.name === 'paying' && pane.method !== 'CASH' ? 'CASH' : 'CARD');
      return true;
    }
    case 'F10':
      desk.act({ type: 'pane', pane: { name: 'drawer' } });
      return true;
    case 'F12':
      desk.lock();
      return true;
    case 'Escape':
      if (!actions.leavePane()) desk.back();
      return true;
    case 'Delete':
      if (!event.ctrlKey && !event.metaKey) return false;
      desk.voidBasket();
      return true;
    case 'z':
      if (!event.ctrlKey && !event.metaKey) return false;
      desk.act({ type: 'undo' });
      return true;
    default:
      return false;
  }
}

/** Single keys that mean something while nothing is typed; within words and codes they are just characters. */
function command(event: KeyboardEvent, desk: TillDesk, actions: KeyActions, field: FieldId): boolean {
  const { text } = desk.snapshot();
  const searching = field === SEARCH_FIELD;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      if (!searching) return false;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!actions.walkResults(step)) desk.act({ type: 'walk', step });
      return true;
    }
    case '*':
      if (searching) return desk.star();
      desk.nextCurrency();
      return true;
    case '-':
      if (!searching || text !== '') return false;
      if (desk.snapshot().pane.name === 'age') desk.tooYoung();
      else desk.act({ type: 'reduce', at: shopNow() });
      return true;
    case '+':
      if (!searching) desk.askForTip();
      else if (text !== '' || desk.snapshot().pane.name !== 'age') return false;
      else desk.oldEnough();
      return true;
    case '/':
      if (text !== '') return false;
      if (!searching) desk.back();
      document.getElementById(SEARCH_FIELD)?.focus();
      return true;
    case '?':
      if (searching && text !== '') return false;
      actions.showKeys();
      return true;
    default:
      return false;
  }
}
