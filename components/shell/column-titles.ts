import type { Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import type { MenuEntry } from '@/lib/pages/choices/menu';

import type { NavColumn } from './nav-items';

/** What the columns of the footer are called: one that is called like an area has the brand's name for that area too. */
export function columnTitles(
  saved: readonly MenuEntry[],
  programs: Record<NavColumn, string>,
  locale: Locale,
): Record<NavColumn, string> {
  const nameOf = (area: SiteArea) =>
    saved.flatMap((entry) => (entry.type === 'area' && entry.area === area ? entry.words[locale] : []))[0];
  return {
    together: nameOf('community') || programs.together,
    making: programs.making,
    owning: nameOf('shop') || programs.owning,
  };
}
