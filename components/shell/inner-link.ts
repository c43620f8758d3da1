import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

/** Where a link that staff wrote leads: a path of ours without its language leads to the page in the reader's. */
export const innerLink = (locale: Locale, link: string): string =>
  link.startsWith('/') && !/^\/(?:en|zh|files|api)(?:[/?#]|$)/.test(link) ? inLocale(locale, link) : link;
