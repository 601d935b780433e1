import { describe, expect, it } from 'vitest';
import { BurstDetector } from './burst-detector';
import { ESPRESSO, MILK } from './till-desk-fixture';

describe('the burst detector', () => {
  const type = (detector: BurstDetector, text: string, start: number, gap: number) =>
    Array.from(text).reduce((at, key) => (detector.char(key, at), at + gap), start);

  it('takes quick characters with a quick terminator for a scan', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, ESPRESSO, 0, 8))).toBe(ESPRESSO);
  });

  it('leaves a person alone, also a fast one, and short bursts', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, '12345678', 0, 70))).toBeNull();
    expect(detector.end(type(detector, '50', 5_000, 10))).toBeNull();
  });

  it('does not take a late Enter of a person for the terminator', () => {
    const detector = new BurstDetector();
    expect(detector.end(type(detector, ESPRESSO, 0, 8) + 400)).toBeNull();
  });

  it('separates what was typed before from the scan', () => {
    const detector = new BurstDetector();
    type(detector, 'che', 0, 120);
    expect(detector.end(type(detector, MILK, 1_000, 5))).toBe(MILK);
  });
});
