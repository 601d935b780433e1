import { expect, it } from 'vitest';
import { draftOf, factsOf, layoutOf, newDraft } from './layout-draft';

it('a layout is written and read back the same; one that cannot be is told at its place, and tried with nothing', () => {
  const draft = { ...newDraft('berlin'), prefix: '22', valueDigits: '4', valueChecked: true };
  const written = factsOf(draft);
  if ('faults' in written) throw new Error('refused');
  expect(written.facts).toMatchObject({ storeId: 'berlin', itemDigits: 5, valueDigits: 4, decimals: 3 });
  expect(draftOf({ ...written.facts, storeId: 'berlin', id: 'x', version: 0 })).toEqual(draft);
  expect(factsOf({ ...draft, storeId: '' })).toMatchObject({ facts: { storeId: null } });

  const places = (values: Partial<typeof draft>) => {
    const wrong = factsOf({ ...draft, ...values });
    return 'faults' in wrong ? wrong.faults.map(({ pointer }) => pointer) : [];
  };
  expect(places({ itemDigits: '6' })).toEqual(['/itemDigits']);
  expect(places({ itemDigits: '0', decimals: '4' })).toEqual(['/itemDigits', '/decimals']);
  expect(places({ itemDigits: '4', valueDigits: '6' })).toEqual(['/valueDigits']);
  expect(layoutOf({ ...draft, itemDigits: '6' })).toBeNull();
});
