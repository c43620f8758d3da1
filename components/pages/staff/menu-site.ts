import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import { readIn } from '@/lib/pages/choices/blocks';
import type { MenuEntry } from '@/lib/pages/choices/menu';
import type { MenuPage } from '@/lib/pages/queries/menu';

/** What an editor of the menu has to know of the site. */
export type MenuSite = {
  /** What the program calls the areas, in each language. */
  names: Record<Locale, Record<SiteArea, string>>;
  /** The areas that are turned off. */
  off: readonly SiteArea[];
  /** The pages that are to be in the menu, published or not. */
  pages: readonly MenuPage[];
  /** What the fold of the header is called, in each language. */
  more: Record<Locale, string>;
  brand: { mark: string; markDark: string | null; name: Record<Locale, string> };
  /** Whether the editor may turn areas off. */
  maySetAreas: boolean;
};

/** The name of an entry as its readers see it; empty for a link that has none yet, and for a page that is not to be in the menu. */
export function entryName(
  entry: MenuEntry,
  { names, pages }: Pick<MenuSite, 'names' | 'pages'>,
  locale: Locale,
): string {
  if (entry.type === 'area') return entry.words[locale] || names[locale][entry.area];
  if (entry.type === 'link') return readIn(locale, entry.words).text || entry.href;
  const page = pages.find(({ id }) => id === entry.pageId);
  return page ? readIn(locale, { en: page.title, zh: page.titleZh }).text : '';
}
