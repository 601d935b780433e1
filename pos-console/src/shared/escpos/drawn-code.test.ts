import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, expect, it } from 'vitest';
import { DIGITS_OF_ONE_CODE } from '@/domain/receipt-code/digits';
import { drawnCode } from './drawn-code';
import { PAPERS } from './paper';
import type { Bitmap } from './pen';

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
});

const FULL = '7071' + '123456789'.repeat(300).slice(0, DIGITS_OF_ONE_CODE - 4);
const ABOVE = 24;

/** The paper as a camera sees it, with white above and below; `torn` paints over some of it. */
function photographed({ width, height, bits }: Bitmap, torn: (x: number, y: number) => boolean): ImageData {
  const tall = height + 2 * ABOVE;
  const data = new Uint8ClampedArray(width * tall * 4);
  for (let y = 0; y < tall; y++)
    for (let x = 0; x < width; x++) {
      const byte = bits[(y - ABOVE) * (width / 8) + (x >> 3)] ?? 0;
      const black = y >= ABOVE && y < tall - ABOVE && (byte & (0x80 >> (x & 7))) !== 0;
      const shade = black && !torn(x, y - ABOVE) ? 60 : 210;
      data.set([shade, shade, shade, 255], (y * width + x) * 4);
    }
  return { data, width, height: tall, colorSpace: 'srgb' };
}

it.each([58, 80] as const)(
  'is read from paper of %i mm, also where a tenth of it is worn off',
  async (width) => {
    const drawn = drawnCode(FULL, PAPERS[width]);
    expect(drawn.width).toBe(PAPERS[width].dots);
    for (const worn of [() => false, (x: number, y: number) => x % 40 === 0 && y > drawn.height / 3]) {
      const [read] = await readBarcodes(photographed(drawn, worn), {
        formats: ['QRCode'],
        textMode: 'Plain',
      });
      expect(read?.text).toBe(FULL);
    }
  },
);

it('draws squares of half a millimetre, or three eighths where the paper is narrow', () => {
  expect(drawnCode(FULL, PAPERS[80]).height).toBe(117 * 4);
  expect(drawnCode(FULL, PAPERS[58]).height).toBe(117 * 3);
  expect(drawnCode('7071'.padEnd(900, '3'), PAPERS[58]).height).toBe(77 * 4);
});
