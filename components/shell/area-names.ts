import type { Locale } from '@/lib/core/locale';
import { siteAreas, type SiteArea } from '@/lib/core/site-areas';
import { translator } from '@/lib/web/i18n';

/** What the program calls the areas of the site. */
export function areaNames(locale: Locale): Record<SiteArea, string> {
  const t = translator(locale, 'shell');
  return Object.fromEntries(siteAreas.map((area) => [area, t(`nav.${area}`)])) as Record<SiteArea, string>;
}
