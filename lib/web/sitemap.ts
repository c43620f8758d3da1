import { env } from '@/lib/core/env';
import { inLocale } from '@/lib/core/paths';

type Address = { path: string; changedAt?: Date };

/** The index that names every part of the sitemap. */
export function sitemapIndex(parts: string[]): Response {
  const entries = parts.map((part) => `<sitemap><loc>${full(`/sitemap.xml/${part}`)}</loc></sitemap>`);
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('\n')}</sitemapindex>`);
}

/** One part: each page in both languages, each entry naming the other. */
export function sitemapPart(addresses: Address[]): Response {
  const entries = addresses.flatMap((address) =>
    (['en', 'zh'] as const).map((locale) => entry(inLocale(locale, address.path), address)),
  );
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join('\n')}</urlset>`,
  );
}

function entry(url: string, { path, changedAt }: Address): string {
  const others = (
    [
      ['en', 'en'],
      ['zh-CN', 'zh'],
      ['x-default', 'en'],
    ] as const
  ).map(
    ([language, locale]) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${full(inLocale(locale, path))}"/>`,
  );
  return `<url><loc>${full(url)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}${others.join('')}</url>`;
}

// new URL() writes letters of other scripts as per cent codes, and leaves those that are so already.
function full(path: string): string {
  return new URL(path, env.PUBLIC_URL).href.replace(/&/g, '&amp;').replace(/'/g, '&apos;');
}

function xml(body: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=0, s-maxage=5' },
  });
}
