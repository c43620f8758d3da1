import { attributeOf, elementsIn, parseHtml, writeHtml } from '@/lib/core/sanitize/html-tree';
import { readOldPlace } from '@/lib/redirects/read-old-path';
import { partsOf } from '@/lib/redirects/old-path';

import { cleanImportedHtml, ours } from './imported-html';

/**
 * HTML of the old shop that may be shown. Links to its products, collections, pages and policies, with or without the shop's address before
 * them, become addresses here: old ones, which lead on to where the thing is.
 */
export function htmlOfShop(html: string, shop?: string): string {
  return cleanImportedHtml(ledHome(html, shop), shop === undefined ? {} : { base: shop });
}

function ledHome(html: string, shop: string | undefined): string {
  if (!html.includes('href')) return html;
  const root = parseHtml(html);
  if (!root) return html;
  for (const element of elementsIn(root)) {
    const link = element.tagName === 'a' ? element.attrs.find(({ name }) => name === 'href') : undefined;
    const path = link && pathHere(attributeOf(element, 'href').trim(), shop);
    if (link && path) link.value = `${ours}${path}`;
  }
  return writeHtml(root);
}

function pathHere(href: string, shop: string | undefined): string | null {
  const base = shop ?? 'https://shop.invalid';
  if (/^[#?]/.test(href) || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (url.host.replace(/^www\./, '') !== new URL(base).host.replace(/^www\./, '')) return null;
  const place = readOldPlace(partsOf(url.pathname) ?? []);
  const known = place !== null && ['shop', 'product', 'page'].includes(place.kind);
  return known ? url.pathname.replace(/^\/+/, '/') : null;
}
