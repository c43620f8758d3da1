import type { Metadata } from 'next';

import { messageLocale, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';

import { publicBrand } from './brand';

type Page = {
  locale: Locale;
  /** Path without its language. */
  path: string;
  title: string;
  description: string;
  /** Picture for cards, as a path of this site; the brand's own card by default. */
  image?: string;
  type?: 'website' | 'article';
  /** Address of the page's RSS feed, if it has one. */
  feed?: string;
};

/** Title, description, canonical address, the other language's address and the Open Graph card of a public page. */
export async function pageMetadata({
  locale,
  path,
  title,
  description,
  image: given,
  type = 'website',
  feed,
}: Page): Promise<Metadata> {
  const image = given ?? (await publicBrand()).card;
  const url = inLocale(locale, path);
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: { en: inLocale('en', path), 'zh-CN': inLocale('zh', path), 'x-default': inLocale('en', path) },
      ...(feed && { types: { 'application/rss+xml': feed } }),
    },
    openGraph: {
      type,
      url,
      title,
      description,
      locale: messageLocale(locale).replace('-', '_'),
      images: [{ url: image }],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}

/** Metadata of a page that is for one member only: no search engine should keep it. */
export function memberMetadata(title: string): Metadata {
  return { title, robots: { index: false, follow: false } };
}
