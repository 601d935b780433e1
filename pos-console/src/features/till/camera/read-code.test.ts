import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule as prepareReader } from 'zxing-wasm/reader';
import { prepareZXingModule as prepareWriter, writeBarcode, type WriterOptions } from 'zxing-wasm/writer';
import { beforeAll, expect, it } from 'vitest';
import { isGs1 } from '@/domain/gs1';
import { readGs1 } from '@/domain/read-gs1';
import { readCode } from './read-code';

const WIDTH = 640;
const HEIGHT = 360;
const PAPER = 200;
const INK = 90;
/** In radians: 5°. */
const SLANT = 0.09;

beforeAll(() => {
  const wasm = (name: string) =>
    readFileSync(createRequire(import.meta.url).resolve(`zxing-wasm/${name}.wasm`)).buffer;
  prepareReader({ overrides: { wasmBinary: wasm('reader/zxing_reader') } });
  prepareWriter({ overrides: { wasmBinary: wasm('writer/zxing_writer') } });
});

/** A code as a camera sees it: pale ink, and a little slanted. */
async function pictureOf(text: string, print: WriterOptions): Promise<ImageData> {
  const { symbol, error } = await writeBarcode(text, print);
  expect(error).toBe('');
  const scale = Math.floor(Math.min(WIDTH / symbol.width, HEIGHT / symbol.height) * 0.8);
  const [cos, sin] = [Math.cos(SLANT), Math.sin(SLANT)];
  return picture((right, down) => {
    const x = Math.floor((right * cos + down * sin) / scale + symbol.width / 2);
    const y = Math.floor((down * cos - right * sin) / scale + symbol.height / 2);
    const inside = x >= 0 && x < symbol.width && y >= 0 && y < symbol.height;
    return inside && symbol.data[y * symbol.width + x] === 0 ? INK : PAPER;
  });
}

function picture(grey: (right: number, down: number) => number): ImageData {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const shade = grey((at % WIDTH) - WIDTH / 2, Math.floor(at / WIDTH) - HEIGHT / 2);
    data.set([shade, shade, shade, 255], at * 4);
  }
  return { data, width: WIDTH, height: HEIGHT, colorSpace: 'srgb' };
}

it('reads the code of a pack', async () => {
  expect(await readCode(await pictureOf('4012345678901', { format: 'EAN13' }))).toBe('4012345678901');
  expect(await readCode(await pictureOf('96385074', { format: 'EAN8' }))).toBe('96385074');
});

it.each(['DataMatrix', 'Code128'] as const)('hands on what a GS1 %s says of the pack', async (format) => {
  const elements = '(17)270131(01)04012345678901(10)AB12';
  const code = await readCode(await pictureOf(elements, { format, options: 'gs1' }));
  expect(isGs1(code ?? '')).toBe(true);
  expect(readGs1(code ?? '')).toMatchObject({
    gtin: '04012345678901',
    expiry: '2027-01-31',
    lot: 'AB12',
  });
});

it('reads a Digital Link', async () => {
  const link = 'https://id.gs1.org/01/04012345678901/10/AB12';
  const code = await readCode(await pictureOf(link, { format: 'QRCode' }));
  expect(readGs1(code ?? '')).toMatchObject({ gtin: '04012345678901', lot: 'AB12' });
});

it('reads nothing where there is no code', async () => {
  expect(
    await readCode(picture((right, down) => 128 + 90 * Math.sin(right / 9) * Math.cos(down / 7))),
  ).toBeNull();
});
