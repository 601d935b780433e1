import { isOnePiece, type Basket, type BasketLine } from './basket';
import { ONE } from './decimal';
import type { Batch } from './gs1';
import { withPack } from './scanned';

const NOTHING: Batch = { lot: null, serial: null, expiry: null };

/** Most letters of a lot or serial number. */
export const LONGEST_NUMBER = 64;

/** Whether it is still to be said which lot or which piece a line is. */
export const isUntold = (line: BasketLine): boolean =>
  !line.untold &&
  ((line.tracking === 'LOT' && !line.pack?.batch?.lot) ||
    (line.tracking === 'SERIAL' && isOnePiece(line) && !line.pack?.batch?.serial));

/**
 * Whether a line may go without. Lots may: a pack can have lost its label. A serial number may only be missing on goods whose
 * own receipt does not say it either.
 */
export const mayStayUntold = ({ tracking, returnOf }: BasketLine): boolean =>
  tracking === 'LOT' || returnOf !== null;

/** What a number says of a line, as it was typed. */
export function batchTyped({ tracking, pack }: BasketLine, number: string): Batch {
  const known = pack?.batch ?? NOTHING;
  if (tracking === 'SERIAL') return { ...known, serial: number };
  return known.lot === number ? known : { ...known, lot: number, expiry: null };
}

/** Whether another line of the kind is the same piece: a serial number goes one way once. */
export const isPieceThere = ({ lines }: Basket, of: BasketLine, { serial }: Batch): boolean =>
  serial !== null &&
  lines.some(
    ({ key, kind, productId, pack }) =>
      key !== of.key && kind === of.kind && productId === of.productId && pack?.batch?.serial === serial,
  );

/** Says which lot or piece a line is; what then is the same as another line joins it. */
export function withBatch(basket: Basket, key: number, batch: Batch, minorDigits: number): Basket {
  const line = basket.lines.find((candidate) => candidate.key === key);
  if (!line) return basket;
  const { untold: _, key: __, ...rest } = line;
  const pack = { size: line.pack?.size ?? ONE, labelled: line.pack?.labelled ?? false, batch };
  const told = { ...rest, pack };
  const plain = line.kind === 'SALE' && line.discount === null && line.note === undefined;
  if (plain && !batch.serial) {
    const others = { ...basket, lines: basket.lines.filter((known) => known !== line) };
    const joined = withPack(others, told, minorDigits);
    if (joined.lines.length === others.lines.length) return joined;
  }
  return {
    ...basket,
    lines: basket.lines.map((known) => (known === line ? { ...told, key } : known)),
    selected: key,
  };
}

/** Lets a line go without, where that may be. */
export function leftUntold(basket: Basket, key: number): Basket {
  return {
    ...basket,
    lines: basket.lines.map((line) =>
      line.key === key && mayStayUntold(line) ? { ...line, untold: true } : line,
    ),
  };
}
