import fc from 'fast-check';
import { expect, it } from 'vitest';

import { mergeFields } from './merge-fields';

const seen = { name: 'Otter', tagline: 'Lamps', currency: 'USD' };

it('keeps what was typed, takes what was not from what is saved, and names what both changed', () => {
  const now = { name: 'Heron', tagline: 'Bright lamps', currency: 'USD' };
  expect(mergeFields(seen, { name: 'Crane', currency: 'EUR' }, now)).toEqual({
    fields: { name: 'Crane', tagline: 'Bright lamps', currency: 'EUR' },
    both: { name: 'Heron' },
  });
});

it('takes a field that was sent as it was seen for one that nobody typed', () => {
  const now = { ...seen, name: 'Heron' };
  expect(mergeFields(seen, { ...seen }, now)).toEqual({ fields: now, both: {} });
});

it('names nothing where both typed the same', () => {
  const now = { ...seen, name: 'Heron' };
  expect(mergeFields(seen, { name: 'Heron' }, now)).toEqual({ fields: now, both: {} });
});

it('loses nothing typed and undoes nothing saved, whatever was typed and saved', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const fields = fc.record({ name: text, tagline: text, currency: text });
  const typed = fc.record({ name: text, tagline: text, currency: text }, { requiredKeys: [] });
  fc.assert(
    fc.property(fields, typed, fields, (base, mine, now) => {
      const { fields: merged, both } = mergeFields(base, mine, now);
      for (const name of ['name', 'tagline', 'currency'] as const) {
        const changed = mine[name] !== undefined && mine[name] !== base[name];
        expect(merged[name]).toBe(changed ? mine[name] : now[name]);
        expect(name in both).toBe(changed && now[name] !== base[name] && now[name] !== mine[name]);
      }
    }),
  );
});
