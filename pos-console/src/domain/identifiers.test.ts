import { describe, expect, it } from 'vitest';
import { codesInBurst, isGtin, spellingsOf } from './barcode';
import { businessDate, dateShifted } from './business-date';
import { firstReceiptNumber, parseReceiptLabel, receiptCount, receiptLabel } from './receipt-number';
import { uuidV7 } from './uuid';

describe('a UUIDv7', () => {
  it('carries its time, version and variant, and sorts in the order it was made', () => {
    const made = Array.from({ length: 5000 }, () => uuidV7(1_800_000_000_000));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const later = 1_900_000_000_000;
    expect(uuidV7(later).replaceAll('-', '').slice(0, 12)).toBe(later.toString(16).padStart(12, '0'));
  });
});

describe('a barcode', () => {
  it('is checked by its check digit', () => {
    expect(isGtin('4006381333931')).toBe(true);
    expect(isGtin('4006381333932')).toBe(false);
    expect(isGtin('96385074')).toBe(true);
    expect(isGtin('ABC')).toBe(false);
  });

  it('glued to another is two scans, and only then', () => {
    expect(codesInBurst('40063813339314006381333931')).toEqual(['4006381333931', '4006381333931']);
    expect(codesInBurst('4006381333931')).toEqual(['4006381333931']);
    expect(codesInBurst('ESP-250')).toEqual(['ESP-250']);
  });

  it('may be stored as UPC-A or EAN-13', () => {
    expect(spellingsOf('036000291452')).toContain('0036000291452');
    expect(spellingsOf('0036000291452')).toContain('036000291452');
  });
});

describe('a receipt number', () => {
  it('is read as printed, typed short or scanned in small letters', () => {
    expect(receiptLabel('B1', 17)).toBe('B1-000017');
    expect(parseReceiptLabel('b1-17')).toEqual({ prefix: 'B1', number: 17 });
    expect(parseReceiptLabel(' 17 ')).toEqual({ prefix: null, number: 17 });
    expect(parseReceiptLabel('B-1-000017')).toEqual({ prefix: 'B-1', number: 17 });
    expect(parseReceiptLabel('B1-0')).toBeNull();
    expect(parseReceiptLabel('B1-0.2')).toBeNull();
    expect(parseReceiptLabel('tea')).toBeNull();
  });

  it('says which device of its till gave it, from the second on', () => {
    expect(firstReceiptNumber(1)).toBe(1);
    expect(receiptLabel('B1', firstReceiptNumber(2) + 16)).toBe('B1-000017.2');
    for (const read of ['B1-000017.2', 'b1-17.2'])
      expect(parseReceiptLabel(read)).toEqual({ prefix: 'B1', number: 2_000_000_017 });
    expect(receiptCount(2_000_000_017)).toBe('17.2');
    expect(receiptCount(17)).toBe('17');
  });
});

describe('a business date', () => {
  it('is the day before until the cut-off of the store, where the store is', () => {
    const night = new Date('2026-11-22T02:30:00Z');
    expect(businessDate(night, 'Europe/Berlin', '04:00')).toBe('2026-11-21');
    expect(businessDate(night, 'Europe/Berlin', '03:00')).toBe('2026-11-22');
    expect(businessDate(night, 'America/New_York', '00:00')).toBe('2026-11-21');
    expect(dateShifted('2026-03-02', -7)).toBe('2026-02-23');
  });
});
