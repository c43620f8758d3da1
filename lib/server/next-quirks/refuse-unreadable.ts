import type { IncomingMessage, ServerResponse } from 'node:http';

import { isDecodable } from '@/lib/core/address';
import { isLocale } from '@/lib/core/locale';

/**
 * Next 16.4 answers 500 to a path whose escapes stand for no characters (`%ff`, `%zz`). In a language's part of the site it
 * is asked for an address that leads to nothing instead, so that the visitor gets the page that says so; elsewhere the
 * answer is 404 at once, and true is returned.
 */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  if (isDecodable(path)) return false;
  const [, locale = ''] = path.split('/', 2);
  if (isLocale(locale)) {
    request.url = `/${locale}/-`;
    return false;
  }
  response.writeHead(404, { 'cache-control': 'private, no-store' }).end();
  return true;
}
