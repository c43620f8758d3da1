import fc from 'fast-check';
import { expect, it } from 'vitest';

import { pickRows } from './pick-rows';

const variant = (id: string) => ({ variantId: id, title: id, sku: '' });

it('names what is fetched from where, place by place, and last what lies nowhere', () => {
  const lines = [
    { lineId: '1', ...variant('lamp'), units: 2 },
    { lineId: '2', ...variant('desk'), units: 1 },
    { lineId: '3', ...variant('lamp'), units: 3 },
  ];
  const held = [
    { lineId: '1', place: 'East', units: 2 },
    { lineId: '3', place: 'East', units: 1 },
    { lineId: '3', place: 'Depot', units: 2 },
  ];
  expect(pickRows(lines, held).map(({ place, title, units }) => [place, title, units])).toEqual([
    ['Depot', 'lamp', 2],
    ['East', 'lamp', 3],
    ['', 'desk', 1],
  ]);
});

it('has every piece once, whatever the places say', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const line = fc.record({ lineId: id, of: fc.constantFrom('lamp', 'desk'), units: fc.integer({ min: 1, max: 9 }) });
  const held = fc.record({ lineId: id, place: fc.constantFrom('East', 'West'), units: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { selector: ({ lineId }) => lineId }),
      fc.array(held, { maxLength: 8 }),
      (lines, places) => {
        const rows = pickRows(
          lines.map(({ of, ...each }) => ({ ...each, ...variant(of) })),
          places,
        );
        const sum = (all: { units: number }[]) => all.reduce((total, { units }) => total + units, 0);
        for (const name of ['lamp', 'desk'])
          expect(sum(rows.filter(({ title }) => title === name))).toBe(sum(lines.filter(({ of }) => of === name)));
        expect(new Set(rows.map(({ place, variantId }) => `${place} ${variantId}`)).size).toBe(rows.length);
      },
    ),
  );
});
