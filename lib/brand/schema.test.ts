import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { brandData, neutralBrand } from '@/lib/core/brand';
import { fieldProblems } from '@/lib/core/field-problems';

import { fromFields, saveBrandInput, toFields } from './schema';

const form = { ...toFields(neutralBrand), reason: '', shown: '0', locale: 'en' };
const problems = (changed: Record<string, unknown>) => {
  const { error } = saveBrandInput.safeParse({ ...form, ...changed });
  return error ? fieldProblems(error) : {};
};

describe('the form of the brand', () => {
  it('takes what it shows, and means the same brand', () => {
    expect(saveBrandInput.parse(form).data).toEqual(fromFields(toFields(neutralBrand)));
    expect({ ...neutralBrand, ...fromFields(toFields(neutralBrand)) }).toEqual(neutralBrand);
  });

  it('refuses a ground on which text cannot be read, at its field and with the number', () => {
    expect(problems({ paperLight: '#8a8a8a' })).toEqual({
      paperLight: { code: 'low-contrast', values: { ratio: expect.any(Number), least: 4.5 } },
    });
    expect(Object.keys(problems({ paperDark: '#FFFFFF', paperLight: '#000000' }))).toEqual(['paperLight', 'paperDark']);
    expect(problems({ paperLight: '#FFFFFF', paperDark: '#000000' })).toEqual({});
  });

  it.each([
    ['name', ''],
    ['nameZh', '…'],
    ['name', 'x'.repeat(41)],
    ['shortNameZh', '名'.repeat(21)],
    ['tagline', 'x'.repeat(121)],
    ['accentLight', 'red'],
    ['accentDark', '#fff'],
    ['paperLight', '#faf6ed;color:red'],
    ['currency', 'XXX'],
    ['currency', 'usd'],
    ['language', 'de'],
    ['contact', 'hello'],
    ['shown', '-1'],
    ['locale', 'de'],
  ])('says at the field what is wrong: %s %j', (name, value) => {
    expect(Object.keys(problems({ [name]: value }))).toEqual([name]);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'https://evil.example/a.png',
    '/files/x")',
    '/files/../x',
    '/files/a;b',
    '//evil',
  ])('takes no address for a logo that could end where it stands: %j', (markDark) =>
    expect(brandData.safeParse({ ...neutralBrand, markDark }).success).toBe(false),
  );

  it('lets nothing through that is no brand, whatever is sent', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constant(undefined),
      fc.constantFrom('#000000', 'EUR'),
    );
    const names = Object.keys(form);
    const sent = fc
      .tuple(...names.map(() => anything))
      .map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]])));
    const mixed = fc
      .tuple(sent, fc.subarray(names))
      .map(([values, taken]) => ({ ...form, ...Object.fromEntries(taken.map((name) => [name, values[name]])) }));
    fc.assert(
      fc.property(mixed, (values) => {
        const read = saveBrandInput.safeParse(values);
        if (!read.success) return;
        expect(brandData.parse({ ...neutralBrand, ...read.data.data })).toMatchObject(read.data.data);
      }),
    );
  });
});
