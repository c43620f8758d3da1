import { currentBrand } from '@/lib/core/current-brand';
import type { Locale } from '@/lib/core/locale';

import { preferredLocale } from '@/lib/server/preferred-locale';

/** Leads an address without a language to the reader's: the remembered choice, else what the browser asks for, else the brand's first. */
export async function toReadersLanguage(request: Request, path: (locale: Locale) => string): Promise<Response> {
  const { languages } = await currentBrand();
  const locale = preferredLocale(request.headers.get('cookie'), request.headers.get('accept-language'), languages[0]);
  return new Response(null, {
    status: 307,
    headers: { location: path(locale), vary: 'Accept-Language, Cookie', 'cache-control': 'private, no-store' },
  });
}
