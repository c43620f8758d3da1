import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { toReadersLanguage } from '@/lib/web/to-readers-language';

/** The site's bare address. */
export async function GET(request: Request): Promise<Response> {
  return toReadersLanguage(request, (locale) => inLocale(locale, paths.home()));
}
