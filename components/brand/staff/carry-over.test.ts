import { describe, expect, it } from 'vitest';

import { neutralBrand } from '@/lib/core/brand';

import { carriedOver, type Known } from './carry-over';

const brand = (version: number, en = 'Millet', tagline = '') => ({
  ...neutralBrand,
  name: { en, zh: 'Millet' },
  tagline: { en: tagline, zh: '' },
  version,
});
const known = (more: Partial<Known> = {}): Known => ({
  ...{ brand: brand(1), own: 0, round: 0, typed: {}, meanwhile: null },
  ...more,
});

describe('another version of the brand', () => {
  it('of somebody else leaves what was typed, and names what both changed', () => {
    const typed = { name: 'Merlin', contact: 'a@b.example', reason: 'Because' };
    const after = carriedOver(known({ typed }), brand(2, 'Kestrel', 'Fast'));
    expect(after).toMatchObject({ round: 1, typed, meanwhile: { both: { name: 'Kestrel' }, problem: null } });
    expect(Object.keys(after.meanwhile!.both)).toEqual(['name']);
  });

  it('of somebody else says what a refusal said, and nothing where nothing was typed', () => {
    const problem = { code: 'brand-changed' };
    const refused = known({ typed: { name: 'Merlin' }, meanwhile: { both: {}, problem } });
    expect(carriedOver(refused, brand(2, 'Kestrel')).meanwhile).toEqual({ both: { name: 'Kestrel' }, problem });
    expect(carriedOver(known(), brand(2, 'Kestrel'))).toMatchObject({ round: 1, meanwhile: null });
    const typedBack = known({ typed: { name: 'Millet' } });
    expect(carriedOver(typedBack, brand(2, 'Kestrel'))).toMatchObject({ typed: {}, meanwhile: null });
  });

  it('after another still names what both had changed then', () => {
    const first = carriedOver(known({ typed: { name: 'Merlin' } }), brand(2, 'Kestrel'));
    const second = carriedOver(first, brand(3, 'Kestrel', 'Fast'));
    expect(second.meanwhile?.both).toEqual({ name: 'Kestrel' });
    expect(carriedOver(first, brand(3, 'Merlin')).meanwhile).toBeNull();
  });

  it('that was saved here leaves the form as it is: a picture takes no typed word with it', () => {
    const typed = { name: 'Merlin', tagline: 'Fast' };
    const after = carriedOver(known({ own: 2, typed }), brand(2, 'Merlin'));
    expect(after).toMatchObject({ round: 0, typed: { tagline: 'Fast' }, meanwhile: null });
    expect(after.typed).not.toHaveProperty('name');
  });
});
