import { describe, expect, it } from 'vitest';
import type { SaleDocument } from '@/domain/sale';
import { receiptOf, type ReceiptData, type ReceiptKind } from '../receipt/receipt';
import { receiptLanguage } from '../receipt/receipt-language';
import { escPos } from './esc-pos';
import { PAPERS, type Paper } from './paper';
import type { Bitmap, Pen, Piece } from './pen';

const line = (name: string, amount: string, quantity = '1') => ({
  ...{ lineNo: 1, kind: 'SALE' as const, productId: null, sku: 'X', name, quantity, unitPrice: '4.99' },
  ...{ discount: '0.00', taxCategory: 'REDUCED', taxRate: '7.00', amount, returnOf: null },
});

const sale: SaleDocument = {
  ...{ storeId: 'berlin', tillId: 'berlin-1', tillSessionId: null, receiptNumber: 17, currency: 'EUR' },
  ...{ occurredAt: '2026-11-22T10:15:00Z', businessDate: '2026-11-22', customerId: null },
  externalReference: null,
  lines: [line('Müsli mit sehr vielen Nüssen, Rosinen und Honig', '9.98', '2'), line('Чай', '3.50')],
  taxes: [{ category: 'REDUCED', rate: '7.00', net: '12.60', tax: '0.88', gross: '13.48' }],
  ...{ total: '13.48', cashRounding: '0.00', change: '6.52' },
  tenders: [{ tenderNo: 1, type: 'CASH', amount: '20.00', paymentId: null }],
};

const dataOf = (country: string, document = sale): ReceiptData => ({
  document,
  store: {
    ...{ id: 'berlin', name: 'Feinkost', currency: 'EUR', timeZone: 'Europe/Berlin', country },
    businessDayStartsAt: '04:00',
    address: { street: 'Torstr. 1', postalCode: '10119', city: 'Berlin', country },
    taxNumber: '12/345/67890',
  },
  till: { id: 'berlin-1', storeId: 'berlin', name: 'Kasse 1', receiptPrefix: 'B1' },
  ...{ cashierName: 'Clara', customerName: null, cardDetails: null },
});

/** Ten dots for each letter; remembers what it drew. */
class ToyPen implements Pen {
  readonly drawn: (readonly Piece[])[] = [];
  readonly width = (text: string) => text.length * 10;
  readonly draw = (pieces: readonly Piece[], width: number, height: number): Bitmap => {
    this.drawn.push(pieces);
    return { width, height, bits: new Uint8Array((width / 8) * height).fill(0xaa) };
  };
}

const pen = new ToyPen();
const print = async (country: string, paper: Paper, kind: ReceiptKind = 'original', document = sale) => {
  pen.drawn.length = 0;
  const receipt = receiptOf(dataOf(country, document), await receiptLanguage(country), kind);
  return escPos(receipt, paper, pen);
};

const decoders = new Map([
  [16, new TextDecoder('latin1')],
  [17, new TextDecoder('ibm866')],
]);

/** What a printer would put on paper: lines of text in their code page, without sizes and pictures. */
function textOf(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  let page = 16;
  let text: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const [code = 0, command = 0, n = 0] = bytes.subarray(at, at + 3);
    if (code === 0x1b && command === 0x40) at += 1;
    else if (code === 0x1b) {
      if (command === 0x74) page = n;
      at += 2;
    } else if (code === 0x1c) at += 1;
    else if (code === 0x1d && command === 0x28) at += 4 + (bytes[at + 3] ?? 0);
    else if (code === 0x1d && command === 0x76) {
      const [low = 0, high = 0, rows = 0, more = 0] = bytes.subarray(at + 4, at + 8);
      at += 7 + (low + 256 * high) * (rows + 256 * more);
    } else if (code === 0x1d) at += command === 0x56 ? 3 : 2;
    else if (code === 0x0a) {
      lines.push((decoders.get(page)?.decode(Uint8Array.from(text)) ?? '').replace(/[\x80€]/, '€'));
      text = [];
    } else text.push(code);
  }
  return lines;
}

const find = (bytes: Uint8Array, wanted: readonly number[]) =>
  bytes.findIndex((_, at) => wanted.every((code, step) => bytes[at + step] === code));

describe('a receipt for a printer', () => {
  it('tells the tip apart from the total and from its taxes', async () => {
    const card = { tenderNo: 1, type: 'CARD' as const, amount: '15.00', paymentId: 'p' };
    const tip = { amount: '1.52', recipient: { id: 'c', name: 'Clara' } };
    const tipped = { ...sale, tenders: [card], change: '0.00', tip };
    const lines = textOf(await print('DE', PAPERS[80], 'original', tipped));
    const figures = lines.filter((text) => /^(Summe|Trinkgeld|Karte|7 %)/.test(text));
    expect(figures.map((text) => text.replace(/ +/g, ' '))).toEqual([
      'Summe 13,48 €',
      'Trinkgeld 1,52',
      'Karte 15,00',
      '7 % 12,60 0,88 13,48',
    ]);
    expect(textOf(await print('DE', PAPERS[80], 'gift', tipped)).join()).not.toContain('Trinkgeld');
  });

  it.each([PAPERS[58], PAPERS[80]])(
    'says on $millimetres mm what is set aside and what is left',
    async (paper) => {
      const { lines: goods, ...rest } = sale;
      const deposit = {
        ...{ layawayId: 'l', kind: 'TAKEN' as const, amount: '3.00', agreedTotal: '13.48', balance: '3.00' },
        setAside: { name: 'Ada Ndiaye', keptUntil: '2026-12-22', lines: goods },
      };
      const cash = { tenderNo: 1, type: 'CASH' as const, amount: '5.00', paymentId: null };
      const taken = {
        ...rest,
        lines: [],
        taxes: [],
        total: '0.00',
        tenders: [cash],
        change: '2.00',
        deposit,
      };
      const lines = textOf(await print('DE', paper, 'original', taken));
      const told = lines
        .filter((text) => /^\s*(ANZ|Die Ware|Anz|Bar|Rück|Bisher|Noch zu|Zurück|Summe|7 %)/.test(text))
        .map((text) => text.trim().replace(/\s+/g, ' '));
      expect(told).toEqual([
        'ANZAHLUNG',
        'Die Ware kostet 13,48 €',
        'Anzahlung 3,00',
        'Bar 5,00',
        'Rückgeld 2,00',
        'Bisher gezahlt 3,00',
        'Noch zu zahlen 10,48',
        'Zurückgelegt für Ada Ndiaye',
        'Zurückgelegt bis 22.12.2026',
      ]);
      expect(lines.join()).toContain('Honig');

      const applied = {
        ...deposit,
        kind: 'APPLIED' as const,
        amount: '-3.00',
        balance: '0.00',
        setAside: undefined,
      };
      const { setAside: _, ...collected } = applied;
      const sold = { ...sale, tenders: [{ ...cash, amount: '10.48' }], change: '0.00', deposit: collected };
      const last = textOf(await print('DE', paper, 'original', sold)).map((text) =>
        text.replace(/\s+/g, ' '),
      );
      expect(last).toEqual(expect.arrayContaining(['Summe 13,48 €', 'Bereits angezahlt -3,00', 'Bar 10,48']));
    },
  );

  it.each([PAPERS[58], PAPERS[80]])('says on $millimetres mm what foreign cash was worth', async (paper) => {
    const francs = { currency: 'CHF', amount: '20.00', rate: '1.0432' };
    const cash = { tenderNo: 1, type: 'CASH' as const, amount: '20.86', paymentId: null, foreign: francs };
    const lines = textOf(await print('DE', paper, 'original', { ...sale, tenders: [cash], change: '7.38' }));
    const told = lines
      .filter((text) => /^(20,00|Rückgeld)/.test(text))
      .map((text) => text.replace(/\s+/g, ' '));
    expect(told).toEqual(['20,00 CHF zu 1,0432 = 20,86 €', 'Rückgeld 7,38']);
  });

  it.each([PAPERS[58], PAPERS[80]])('fits $millimetres mm to the letter', async (paper) => {
    const lines = textOf(await print('DE', paper));
    expect(Math.max(...lines.map((text) => text.length))).toBe(paper.columns);
    const total = lines.find((text) => text.startsWith('Summe'));
    expect(total).toBe(`Summe${' '.repeat(paper.columns - 12)}13,48 €`);
    expect(lines).toContain('Steuer-Nr. 12/345/67890');
    expect(lines).toContain('Es bediente Sie: Clara');
    expect(lines.find((text) => text.startsWith('7 %'))).toMatch(/12,60 +0,88 +13,48$/);
    const nuts = lines.findIndex((text) => text.includes('Honig'));
    expect(lines[nuts]).toMatch(/9,98$/);
    expect(lines[nuts + 1]).toBe('  2 × 4,99');
    expect(pen.drawn).toEqual([]);
  });

  it('writes each line in a code page that has its letters, and ends with the code and a cut', async () => {
    const bytes = await print('DE', PAPERS[80]);
    expect(textOf(bytes).some((text) => /^Чай +3,50$/.test(text))).toBe(true);
    expect(find(bytes, [0x1b, 0x40])).toBe(0);
    const label = [...new TextEncoder().encode('B1-000017')];
    expect(find(bytes, [0x1d, 0x28, 0x6b, 12, 0, 49, 80, 48, ...label])).toBeGreaterThan(0);
    expect([...bytes.subarray(-4)]).toEqual([0x1d, 0x56, 66, 0]);
  });

  it('draws a single line whose letters no page has', async () => {
    const green = { ...sale, lines: [line('緑茶', '4.99')] };
    const bytes = await print('DE', PAPERS[58], 'original', green);
    expect(pen.drawn).toEqual([
      [
        { text: '緑茶', x: 0, anchor: 'left' },
        { text: '4,99', x: 384, anchor: 'right' },
      ],
    ]);
    const raster = find(bytes, [0x1d, 0x76, 0x30, 0, 48, 0, 34, 0]);
    expect(raster).toBeGreaterThan(0);
    expect(bytes.subarray(raster + 8, raster + 8 + 48 * 34).every((byte) => byte === 0xaa)).toBe(true);
  });

  it('draws Arabic from right to left: names at the right edge, amounts at the left', async () => {
    const arabic = { ...sale, lines: [line('شاي أخضر', '4.99', '2')] };
    const lines = textOf(await print('AE', PAPERS[80], 'original', arabic));
    expect(lines.every((text) => /^-+$/.test(text))).toBe(true);
    expect(pen.drawn).toContainEqual([
      { text: 'شاي أخضر', x: 576, anchor: 'right' },
      { text: '4.99', x: 0, anchor: 'left' },
    ]);
    const table = pen.drawn.find((pieces) => pieces.length === 4);
    expect(table?.map(({ text, anchor }) => `${text} ${anchor}`)[0]).toBe('الضريبة right');
  });

  it('marks a copy as one', async () => {
    expect(textOf(await print('DE', PAPERS[80]))).not.toContain('KOPIE');
    expect(textOf(await print('DE', PAPERS[80], 'copy'))).toContain('KOPIE');
    expect(textOf(await print('FR', PAPERS[80], 'copy'))).toContain('DUPLICATA');
  });

  it('tells no price on a gift receipt, but where it can be exchanged', async () => {
    const lines = textOf(await print('DE', PAPERS[58], 'gift'));
    expect(lines.join('\n')).not.toMatch(/\d,\d\d/);
    expect(lines).toContain('GESCHENKBELEG');
    expect(lines).toContain('Beleg B1-000017');
    expect(lines).toContain('  2 ×');
  });

  it('names a VAT identification number as one', async () => {
    const { store, ...rest } = dataOf('DE');
    const data = { ...rest, store: { ...store, taxNumber: 'DE123456789' } };
    const receipt = receiptOf(data, await receiptLanguage('DE'), 'original');
    expect(receipt.head.lines).toContain('USt-IdNr. DE123456789');
  });

  it('is what the law of the country calls it', async () => {
    expect(textOf(await print('ES', PAPERS[58]))).toEqual(
      expect.arrayContaining(['Factura simplificada', 'NIF 12/345/67890', 'IVA incluido']),
    );
  });
});
