import { parseCookie } from 'cookie';

import { locales, type Locale } from '@/lib/core/locale';

export const localeCookie = 'millet-locale';

/**
 * The reader's language: the choice their cookie remembers, else the first of Accept-Language that Millet speaks, else the brand's first,
 * where it is given.
 */
export function preferredLocale(
  cookies: string | null | undefined,
  acceptLanguage: string | null | undefined,
  first: Locale = 'en',
): Locale {
  const remembered = cookies ? parseCookie(cookies)[localeCookie] : undefined;
  return locales.find((locale) => locale === remembered) ?? asked(acceptLanguage ?? '') ?? first;
}

function asked(header: string): Locale | undefined {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const q = rest.map((each) => each.trim()).find((each) => each.startsWith('q='));
    return { language: tag.toLowerCase().split('-')[0], weight: q ? Number(q.slice(2)) || 0 : 1 };
  });
  const spoken = wishes.filter(({ language, weight }) => weight > 0 && (language === 'en' || language === 'zh'));
  spoken.sort((a, b) => b.weight - a.weight);
  return locales.find((locale) => locale === spoken[0]?.language);
}
