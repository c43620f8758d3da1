import { inLocale } from '@/lib/core/paths';
import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import { readIn } from '@/lib/pages/choices/blocks';
import { completeMenu, type MenuEntry } from '@/lib/pages/choices/menu';
import type { HeaderPage } from '@/lib/pages/queries';

import { innerLink } from './inner-link';
import { navItems, type NavColumn } from './nav-items';
import { pageLink, type PageLink } from './page-link';

/** An entry of the menu as readers of a language get it; that of an area has its column in the footer. */
export type NavEntry = PageLink & { column?: NavColumn };

type Site = {
  locale: Locale;
  /** What the program calls its areas. */
  names: Record<SiteArea, string>;
  /** The published pages that are to be in the menu. */
  pages: readonly HeaderPage[];
  /** Whether an address of this site, with its language, leads to what is not turned off. */
  isOn: (href: string) => boolean;
};

/** The menu as readers of a language get it: without what is hidden, turned off or not published. */
export function navEntries(saved: readonly MenuEntry[], site: Site): NavEntry[] {
  const ids = site.pages.map(({ id }) => id);
  return completeMenu(saved, ids).flatMap((entry) => {
    const shown = shownEntry(entry, site);
    return shown && (!shown.href.startsWith('/') || site.isOn(shown.href)) ? [shown] : [];
  });
}

function shownEntry(entry: MenuEntry, { locale, names, pages }: Site): NavEntry | null {
  if (entry.type === 'link') return { href: innerLink(locale, entry.href), ...readIn(locale, entry.words) };
  if (entry.type === 'page')
    return pageLink(
      pages.find(({ id }) => id === entry.pageId)!,
      locale,
    );
  if (entry.hidden) return null;
  const { path, column } = navItems[entry.area];
  return { href: inLocale(locale, path), text: entry.words[locale] || names[entry.area], column };
}
