/** What the menu of the site is made of; safe in the browser. */
import { z } from 'zod';

import { maybeLine } from '@/lib/core/fields';
import { siteAreas } from '@/lib/core/site-areas';

/** The tag of all that shows the menu. */
export const menuTag = 'menu';

/** What the menu may hold at most: links of one's own, pages, characters of the words of an entry and of an address, and of all entries as JSON. */
export const menuMost = { links: 20, pages: 200, words: 40, address: 500, characters: 40_000 } as const;

const line = maybeLine(menuMost.words);
const words = z.object({ en: line, zh: line });

/** An area of the program, hidden or not, with the brand's words for it; a language without them keeps the program's. */
export const areaEntry = z.object({
  type: z.literal('area'),
  area: z.enum(siteAreas),
  hidden: z.boolean().default(false),
  words: words.default({ en: '', zh: '' }),
});

/** A page of one's own that stands in the header. */
export const pageEntry = z.object({ type: z.literal('page'), pageId: z.uuid() });

/** Whether an address may be a link of the menu as it is stored: a path of this site, or one of another site by https. */
export const isMenuAddress = (href: string): boolean =>
  href.length <= menuMost.address && /^(?:\/(?![/\\])|https:\/\/)/.test(href);

/** The words of a link, in one language at least. */
export const linkWords = words.check(({ value, issues }) => {
  if (!value.en && !value.zh) issues.push({ code: 'custom', message: 'code:required', path: ['en'], input: '' });
});

/** A link to a page of this site, by its path without the language, or to another site. */
const linkEntry = z.object({
  type: z.literal('link'),
  href: z.string().refine(isMenuAddress, 'code:menu-bad-link'),
  words: linkWords,
});

const storedEntry = z.discriminatedUnion('type', [areaEntry, pageEntry, linkEntry]);
export type MenuEntry = z.output<typeof storedEntry>;

/** The menu as it is stored: its entries in their order. */
export const menuData = z.object({
  entries: z.array(storedEntry).max(siteAreas.length + menuMost.pages + menuMost.links),
});

/** The menu as it was saved last; version 0 is that of a shop that has saved none. */
export type Menu = { version: number; entries: MenuEntry[] };

/** What tells entries apart: an area, a page and an address are each in a menu once. */
export function keyOf(entry: MenuEntry): string {
  if (entry.type === 'area') return `area ${entry.area}`;
  return entry.type === 'page' ? `page ${entry.pageId}` : `link ${entry.href}`;
}

/**
 * A saved menu with every area and every one of these pages in it once: what it does not name follows at the end, the areas first. Pages
 * that are not among these are left out.
 */
export function completeMenu(saved: readonly MenuEntry[], pageIds: readonly string[]): MenuEntry[] {
  const known = new Set(pageIds);
  const all: MenuEntry[] = [
    ...saved.filter((entry) => entry.type !== 'page' || known.has(entry.pageId)),
    ...siteAreas.map((area): MenuEntry => ({ type: 'area', area, hidden: false, words: { en: '', zh: '' } })),
    ...pageIds.map((pageId): MenuEntry => ({ type: 'page', pageId })),
  ];
  const first = new Map<string, MenuEntry>();
  for (const entry of all) if (!first.has(keyOf(entry))) first.set(keyOf(entry), entry);
  return [...first.values()];
}

const parts = ['order', 'hidden', 'words', 'links'] as const;

/** A part of the menu, as its history names what changed. */
export type MenuPart = (typeof parts)[number];

/** The parts in which two menus differ, both of them complete for the same pages. */
export function changedMenuParts(before: readonly MenuEntry[], after: readonly MenuEntry[]): MenuPart[] {
  const [one, other] = [partsOf(before, after), partsOf(after, before)];
  return parts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

/** The order is that of what both menus hold: a link that one of them lacks is another link, and no other order. */
function partsOf(entries: readonly MenuEntry[], others: readonly MenuEntry[]): Record<MenuPart, unknown> {
  const shared = new Set(others.map(keyOf));
  const areas = siteAreas.map((area) => entries.find((each) => each.type === 'area' && each.area === area));
  const asArea = (entry: MenuEntry | undefined) => (entry?.type === 'area' ? entry : undefined);
  const links = entries.flatMap((entry) =>
    entry.type === 'link' ? [[entry.href, entry.words.en, entry.words.zh]] : [],
  );
  return {
    order: entries.map(keyOf).filter((key) => shared.has(key)),
    hidden: areas.map((entry) => asArea(entry)?.hidden ?? false),
    words: areas.map((entry) => [asArea(entry)?.words.en ?? '', asArea(entry)?.words.zh ?? '']),
    links: links.toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
  };
}
