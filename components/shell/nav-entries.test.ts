import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { segmentOf } from '@/lib/core/paths';
import { areasOff, siteAreas, type SiteArea } from '@/lib/core/site-areas';
import { segmentsOf } from '@/lib/domains';
import type { MenuEntry } from '@/lib/pages/choices/menu';

import { columnTitles } from './column-titles';
import { navEntries } from './nav-entries';
import { fit } from './nav-fit';
import { navItems } from './nav-items';

const names = Object.fromEntries(siteAreas.map((area) => [area, `Name of ${area}`])) as Record<SiteArea, string>;
const pageOf = (at: number) => ({ id: `p${at}`, slug: `page-${at}`, title: `Page ${at}`, titleZh: '' });
const site = (pages: number[], off: readonly SiteArea[] = [], locale: 'en' | 'zh' = 'en') => ({
  ...{ locale, names, pages: pages.map(pageOf) },
  isOn: (href: string) => !segmentsOf(off).includes(segmentOf(href)),
});

const words = fc.record({ en: fc.constantFrom('', 'Own'), zh: fc.constantFrom('', '自己') });
const entry: fc.Arbitrary<MenuEntry> = fc.oneof(
  fc.record({ type: fc.constant('area' as const), area: fc.constantFrom(...siteAreas), hidden: fc.boolean(), words }),
  fc.record({ type: fc.constant('page' as const), pageId: fc.nat(6).map((at) => `p${at}`) }),
  fc.record({
    type: fc.constant('link' as const),
    href: fc.constantFrom('/help', '/drops', 'https://a.example/'),
    words,
  }),
);

describe('the menu as it is shown', () => {
  it('holds each area and page of the header that is on once, unless it is hidden, whatever was saved before', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 30 }),
        fc.uniqueArray(fc.nat(6)),
        fc.subarray([...siteAreas]),
        fc.constantFrom('en' as const, 'zh' as const),
        (saved, pages, turnedOff, locale) => {
          const off = areasOff(turnedOff);
          const shown = navEntries(saved, site(pages, off, locale));
          const first = (area: SiteArea) => saved.find((each) => each.type === 'area' && each.area === area);
          const hidden = (area: SiteArea) => (first(area) as { hidden?: boolean } | undefined)?.hidden ?? false;
          const areas = siteAreas.filter((area) => !off.includes(area) && !hidden(area));
          const ofAreas = shown.flatMap(({ href, column }) => (column ? [href] : []));
          expect(ofAreas.toSorted()).toEqual(areas.map((area) => `/${locale}${navItems[area].path}`).toSorted());
          const ofPages = shown.map(({ href }) => href).filter((href) => href.startsWith(`/${locale}/pages/`));
          expect(ofPages.toSorted()).toEqual(pages.map((at) => `/${locale}/pages/page-${at}`).toSorted());
          const links = new Set(saved.flatMap((each) => (each.type === 'link' ? [each.href] : [])));
          if (off.includes('drops')) links.delete('/drops');
          expect(shown.length).toBe(ofAreas.length + ofPages.length + links.size);
        },
      ),
    );
  });

  it('follows the saved order; what is new comes behind it, the areas first', () => {
    const saved: MenuEntry[] = [
      { type: 'link', href: '/help', words: { en: 'Help', zh: '' } },
      { type: 'page', pageId: 'p2' },
      { type: 'area', area: 'shop', hidden: false, words: { en: 'Store', zh: '' } },
      { type: 'area', area: 'drops', hidden: true, words: { en: '', zh: '' } },
    ];
    const texts = (locale: 'en' | 'zh') =>
      navEntries(saved, site([1, 2], ['ideas', 'roadmap'], locale)).map(({ text }) => text);
    expect(texts('en')).toEqual(['Help', 'Page 2', 'Store', 'Name of community', 'Name of releases', 'Page 1']);
    expect(texts('zh')[2]).toBe('Name of shop');
    expect(navEntries(saved, site([], [], 'zh'))[0]).toEqual({ href: '/zh/help', text: 'Help', lang: 'en' });
  });
});

describe('the columns of the footer', () => {
  it('are called like the brand’s names of their areas, where it has some', () => {
    const programs = { together: 'Community', making: 'What’s next', owning: 'Shop' };
    const saved: MenuEntry[] = [{ type: 'area', area: 'shop', hidden: false, words: { en: 'Store', zh: '' } }];
    expect(columnTitles(saved, programs, 'en')).toEqual({ ...programs, owning: 'Store' });
    expect(columnTitles(saved, programs, 'zh')).toEqual(programs);
  });
});

describe('the entries that fit into the header', () => {
  const of = (...texts: string[]) => texts.map((text) => ({ text }));
  const areas = of('Community', 'Ideas', 'Roadmap', 'Releases', 'Shop', 'Drops');
  const [en, zh] = [
    { more: 'More', name: 'Foxtail Audio' },
    { more: '更多', name: '狐尾声学' },
  ];

  it('are all of the program’s own, and pages as far as there is room', () => {
    expect(fit(areas, en)).toEqual({ narrow: 3, wide: 6 });
    expect(fit([...areas, ...of('About us', 'Shipping and returns', 'Jobs')], en)).toEqual({ narrow: 3, wide: 5 });
    const chinese = of('社区', '想法', '路线图', '更新', '商店', '限量发售', '关于我们', '配送和退货', '招聘');
    expect(fit(chinese, zh)).toEqual({ narrow: 6, wide: 7 });
  });

  it('are fewer beside a long name, which is cut where it is very long', () => {
    const beside = (name: string) => fit(areas, { ...en, name }).narrow;
    expect([beside('Fox'), beside('Foxtail Audio Works'), beside('Foxtail'.repeat(9))]).toEqual([6, 3, 3]);
  });

  it('are the first ones, at least as many in a wide window, and never none', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 120, unit: 'grapheme' })), fc.string(), (texts, name) => {
        const { narrow, wide } = fit(of(...texts), { more: 'More', name });
        expect(narrow).toBeGreaterThanOrEqual(Math.min(1, texts.length));
        expect(wide).toBeGreaterThanOrEqual(narrow);
        expect(wide).toBeLessThanOrEqual(texts.length);
      }),
    );
  });
});
