import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { localText, messageLocale, type Locale } from '@/lib/core/locale';
import type { SiteArea } from '@/lib/core/site-areas';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { excerpt } from '@/lib/core/sanitize';
import type { IdeaItem, ReleasePage } from '@/lib/feedback/queries';

const address = (locale: Locale, path: string) => `${env.PUBLIC_URL}${inLocale(locale, path)}`;

/** A list of ideas for search engines; each thread describes itself. */
export function ideasJsonLd(ideas: IdeaItem[], locale: Locale): Record<string, unknown> {
  const itemListElement = ideas.map((idea, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: idea.title,
    url: address(locale, paths.thread(idea)),
  }));
  return { '@type': 'ItemList', numberOfItems: ideas.length, itemListElement };
}

/** A release as an article about its product, with those it credits as contributors. */
export function releaseJsonLd(
  release: ReleasePage,
  locale: Locale,
  { name: brand }: Pick<Brand, 'name'>,
  areas: Pick<Record<SiteArea, boolean>, 'shop' | 'community'>,
): Record<string, unknown> {
  return {
    '@type': 'Article',
    headline: localText(locale, release.title, release.titleZh),
    description: excerpt(localText(locale, release.html, release.htmlZh), 200),
    url: address(locale, paths.release(release.slug)),
    datePublished: release.publishedAt.toISOString(),
    inLanguage: messageLocale(locale),
    version: release.version,
    author: { '@type': 'Organization', name: brand[locale] },
    about: {
      '@type': 'Product',
      name: localText(locale, release.product.title, release.product.titleZh),
      url: areas.shop ? address(locale, paths.product(release.product.handle)) : undefined,
    },
    contributor: release.credits.map(({ name, handle }) => ({
      '@type': 'Person',
      name,
      url: areas.community ? address(locale, paths.member(handle)) : undefined,
    })),
  };
}
