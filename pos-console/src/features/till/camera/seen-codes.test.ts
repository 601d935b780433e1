import { expect, it } from 'vitest';
import { SeenCodes } from './seen-codes';

const FLOUR = '4012345678901';
const SUGAR = '96385074';

/** What is rung up of pictures that are taken every 100 ms; null shows nothing. */
function scansOf(pictures: readonly (string | null)[], goesOn = false): (string | null)[] {
  const seen = new SeenCodes(goesOn);
  return pictures.filter((code, at) => seen.isScan(code, at * 100));
}
const times = <T>(count: number, picture: T): T[] => Array.from({ length: count }, () => picture);

it('makes one scan of a code that is held before the camera', () => {
  expect(scansOf(times(50, FLOUR))).toEqual([FLOUR]);
  expect(scansOf([...times(5, FLOUR), ...times(5, null), ...times(5, FLOUR)])).toEqual([FLOUR]);
});

it('makes another of the same code once it was away', () => {
  expect(scansOf([...times(5, FLOUR), ...times(15, null), ...times(5, FLOUR)])).toEqual([FLOUR, FLOUR]);
});

it('makes none of a code that only one picture shows: it was misread', () => {
  expect(scansOf([null, '4012345678918', null, FLOUR, FLOUR])).toEqual([FLOUR]);
});

it('makes one scan of each of two codes that are seen in turn', () => {
  expect(scansOf(times(20, [FLOUR, SUGAR]).flat())).toEqual([FLOUR, SUGAR]);
});

it('makes none of what still lies there when it goes on after a pause', () => {
  const pictures = [...times(3, null), ...times(20, FLOUR), ...times(15, null), ...times(5, FLOUR)];
  expect(scansOf(pictures, true)).toEqual([FLOUR]);
  expect(scansOf(pictures)).toEqual([FLOUR, FLOUR]);
});
