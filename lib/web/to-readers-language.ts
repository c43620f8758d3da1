import type { Locale } from '@/lib/core/locale';

import { preferredLocale } from '@/lib/server/preferred-locale';

/** Leads an address without a language to the reader's: the remembered choice, else what the browser asks for. */
export function toReadersLanguage(request: Request, path: (locale: Locale) => string): Response {
  const locale = preferredLocale(request.headers.get('cookie'), request.headers.get('accept-language'));
  return new Response(null, {
    status: 307,
    headers: { location: path(locale), vary: 'Accept-Language, Cookie', 'cache-control': 'private, no-store' },
  });
}
