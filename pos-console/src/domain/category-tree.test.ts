import { describe, expect, it } from 'vitest';
import { childrenOf, leafName, levelsOf, neighbourOf } from './category-tree';

const sold = ['Bakery', 'Coffee > Beans', 'Coffee > Ready', 'Pantry > Oil > Olive', 'Tea'];
const arranged = [
  { path: 'Tea', position: 1 },
  { path: 'Coffee', position: 2 },
  { path: 'Coffee > Ready', position: 3 },
  { path: 'Coffee > Beans', position: 4 },
  { path: 'Pantry', position: 5 },
  { path: 'Empty', position: 6 },
];

describe('categories on quick keys', () => {
  it('stand in the order the shop gives, under their own names, and only where something is sold', () => {
    expect(childrenOf(null, sold, arranged)).toEqual(['Tea', 'Coffee', 'Pantry', 'Bakery']);
    expect(childrenOf('Coffee', sold, arranged).map(leafName)).toEqual(['Ready', 'Beans']);
  });

  it('open level by level', () => {
    expect(levelsOf(null, sold, arranged)).toHaveLength(1);
    expect(levelsOf('Pantry > Oil', sold, arranged).map((row) => row.map(leafName))).toEqual([
      ['Tea', 'Coffee', 'Pantry', 'Bakery'],
      ['Oil'],
      ['Olive'],
    ]);
  });

  it('are walked through by keyboard from all to the last and back', () => {
    const walk = (from: string | null, step: 1 | -1) => neighbourOf(from, step, sold, arranged);
    expect(walk(null, 1)).toBe('Tea');
    expect(walk('Coffee > Ready', 1)).toBe('Coffee > Beans');
    expect(walk('Coffee > Beans', 1)).toBe('Pantry');
    expect(walk('Bakery', 1)).toBeUndefined();
    expect(walk('Coffee > Ready', -1)).toBe('Coffee');
    expect(walk('Tea', -1)).toBeNull();
  });
});
