import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { localText, messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getFeed, type Feed } from '@/lib/forum/queries';
import { publicBrand } from '@/lib/web/brand';
import { live } from '@/lib/web/live';
import { decodedParams } from '@/lib/web/params';

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [{ slug: '_' }];
}

async function feedOf(slug: string): Promise<Feed | null> {
  'use cache';
  live(`board:${slug}`);
  return getFeed(reading(), { slug });
}

/** A public board's newest threads as RSS. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const asked = await decodedParams(params);
  const feed = asked && (await feedOf(asked.slug));
  if (!feed) return new Response(null, { status: 404 });
  return new Response(rss(feed, asked.locale, (await publicBrand()).name[asked.locale]), {
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, max-age=60, s-maxage=5',
    },
  });
}

function rss(feed: Feed, locale: Locale, brand: string): string {
  const address = (path: string) => xml(`${env.PUBLIC_URL}${inLocale(locale, path)}`);
  const items = feed.items.map(
    (item) => `
    <item>
      <title>${xml(item.title)}</title>
      <link>${address(paths.thread(item))}</link>
      <guid isPermaLink="false">${xml(`${env.PUBLIC_URL}/t/${item.number}`)}</guid>
      <pubDate>${item.at.toUTCString()}</pubDate>
      <dc:creator>${xml(item.author)}</dc:creator>
      <description>${xml(item.excerpt)}</description>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${xml(`${localText(locale, feed.name, feed.nameZh)} · ${brand}`)}</title>
    <link>${address(paths.board(feed.slug))}</link>
    <atom:link href="${address(paths.boardFeed(feed.slug))}" rel="self" type="application/rss+xml"/>
    <description>${xml(localText(locale, feed.description, feed.descriptionZh) || feed.name)}</description>
    <language>${messageLocale(locale)}</language>${items.join('')}
  </channel>
</rss>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// XML 1.0 has no place for most control characters, not even escaped ones.
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
