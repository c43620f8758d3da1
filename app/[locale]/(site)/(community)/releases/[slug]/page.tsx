import type { Metadata } from 'next';

import { Missing } from '@/components/shell/missing';
import { releaseJsonLd } from '@/lib/web/json-ld/feedback';
import { ReleaseView } from '@/components/feedback/release-view';
import { JsonLd } from '@/components/seo/json-ld';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { excerpt } from '@/lib/core/sanitize';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { shownAreas } from '@/lib/web/areas';
import { publicBrand } from '@/lib/web/brand';

import { releasePage } from '../data';

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const release = asked && (await releasePage(asked.slug));
  if (!release) return missingMetadata();
  const { locale } = asked;
  const title = `${localText(locale, release.title, release.titleZh)} · ${localText(locale, release.product.title, release.product.titleZh)} ${release.version}`;
  return pageMetadata({
    locale,
    path: paths.release(release.slug),
    type: 'article',
    title,
    description: excerpt(localText(locale, release.html, release.htmlZh), 160),
  });
}

export default async function OneRelease({ params }: Props) {
  const asked = await pageParams(params);
  const release = asked && (await releasePage(asked.slug));
  if (!release) return <Missing />;
  return (
    <>
      <JsonLd data={releaseJsonLd(release, asked.locale, await publicBrand(), await shownAreas())} />
      <ReleaseView release={release} locale={asked.locale} />
    </>
  );
}
