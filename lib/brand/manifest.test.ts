import { describe, expect, it } from 'vitest';

import { neutralBrand } from '@/lib/core/brand';

import { drawnIconNames } from './choices/icon-sizes';
import { iconAddress, readIconName } from './icon-address';
import { webManifest } from './manifest';

const uploaded = { ...neutralBrand, icon: `/files/${'a'.repeat(64)}.webp` };
const dimmed = {
  ...neutralBrand,
  colour: { ...neutralBrand.colour, paper: { light: '#ffffff', dark: neutralBrand.colour.paper.dark } },
};
const nameOf = (brand: typeof neutralBrand, at = 0) => iconAddress(brand, drawnIconNames[at]!).split('/').at(-1)!;

describe('the manifest', () => {
  it('names the brand in its language, begins there, and is one app in both', () => {
    const brand = { ...neutralBrand, name: { en: 'Otter', zh: '水獭' }, tagline: { en: '', zh: '会发光' } };
    const [en, zh] = [webManifest('en', brand), webManifest('zh', brand)];
    expect(en).toMatchObject({ name: 'Otter', lang: 'en', start_url: '/en', scope: '/', id: '/' });
    expect(zh).toMatchObject({ name: '水獭', lang: 'zh-CN', start_url: '/zh', description: '会发光', id: '/' });
    expect(en).not.toHaveProperty('description');
  });

  it('has the icons that browsers ask for: 192, 512, and one to be cut', () => {
    const { icons } = webManifest('en', uploaded);
    expect(icons.map(({ sizes, purpose, type }) => [sizes, purpose, type])).toEqual([
      ['192x192', 'any', 'image/png'],
      ['512x512', 'any', 'image/png'],
      ['512x512', 'maskable', 'image/png'],
    ]);
    for (const { src } of icons) expect(src).toMatch(/^\/brand-icons\/[a-z]+-\d+-[0-9a-f]{16}\.png$/);
  });
});

describe('the address of an icon', () => {
  it('is another one once the icon is, and once its ground is where it has one', () => {
    const of = (brand: typeof neutralBrand) => drawnIconNames.map((_, at) => nameOf(brand, at));
    const same = (one: string[], other: string[]) => one.map((name, at) => name === other[at]);
    expect(same(of(neutralBrand), of(uploaded))).toEqual([false, false, false, false]);
    expect(same(of(neutralBrand), of(dimmed))).toEqual([true, true, false, false]);
    expect(of({ ...neutralBrand, name: { en: 'Otter', zh: '' } })).toEqual(of(neutralBrand));
  });

  it('is read back, also that of another version', () => {
    expect(readIconName(uploaded, nameOf(uploaded))).toEqual({ icon: 'any-192', current: true });
    expect(readIconName(uploaded, nameOf(neutralBrand))).toEqual({ icon: 'any-192', current: false });
  });

  it.each(['', 'any-192', 'any-192-0.png', `any-999-${'0'.repeat(16)}.png`, `toString-192-${'0'.repeat(16)}.png`])(
    'is no other name: %j',
    (name) => expect(readIconName(uploaded, name)).toBeNull(),
  );

  it.each(['../', '/', '%2F', '\0', '\ud800', ' ', '\n'])('is no name with %j in it', (part) => {
    const name = nameOf(uploaded);
    for (const hostile of [part + name, name + part, name.replace('-', part)])
      expect(readIconName(uploaded, hostile)).toBeNull();
  });
});
