import { expect, it } from 'vitest';

import { toFields } from '@/lib/brand/schema';
import { neutralBrand } from '@/lib/core/brand';
import type { Outcome } from '@/lib/web/outcome';

import { mergedAfterPost } from './merged-after-post';

const brand = { ...neutralBrand, tagline: { en: 'Bright lamps', zh: '' }, name: { en: 'Heron', zh: '' }, version: 2 };
const seen = toFields(neutralBrand);
const refused = (typed: Record<string, string>, code = 'brand-changed'): Outcome<unknown> => ({
  ...{ status: 'refused', problem: { code }, fields: {} },
  typed: { ...seen, shown: '1', seen: JSON.stringify(seen), ...typed },
});

it('shows what was typed over what is saved by now: a second press undoes nothing that nobody typed', () => {
  const merged = mergedAfterPost(refused({ name: 'Crane', imprint: 'Crane Ltd' }), brand)!;
  expect(merged.outcome.typed).toMatchObject({ name: 'Crane', imprint: 'Crane Ltd', tagline: 'Bright lamps' });
  expect(merged.both).toEqual({ name: 'Heron' });
});

it.each<[string, Outcome<unknown>]>([
  ['another refusal', refused({ name: 'Crane' }, 'invalid')],
  ['the version that is shown still', refused({ shown: '2' })],
  ['none', { status: 'idle' }],
  ['a form that says nothing of what it showed', refused({ seen: '' })],
  ['a form that says nonsense of it', refused({ seen: '"[' })],
  ['a form that says null of it', refused({ seen: 'null' })],
])('leaves %s as it is', (_, outcome) => expect(mergedAfterPost(outcome, brand)).toBeNull());
