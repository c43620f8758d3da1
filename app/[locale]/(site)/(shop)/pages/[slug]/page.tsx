import type { Metadata } from 'next';

import { PageView } from '@/components/pages/page-view';
import { PrivacySignal } from '@/components/pages/privacy-signal';
import { VideoChoices } from '@/components/pages/video-choices';
import { JsonLd } from '@/components/seo/json-ld';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { excerpt } from '@/lib/core/sanitize';
import { markdownOf, readIn } from '@/lib/pages/choices/blocks';
import { siteNames, videoSites } from '@/lib/pages/choices/videos';
import { paths } from '@/lib/paths';
import { pageJsonLd } from '@/lib/web/json-ld/page';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { permanentRedirect } from '@/lib/web/redirect';

import { publicPage } from '../data';

type Props = PageProps<'/[locale]/pages/[slug]'>;

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const page = asked && (await publicPage(asked.slug));
  if (!page || 'movedTo' in page) return missingMetadata();
  const { locale } = asked;
  const first = page.blocks.flatMap(markdownOf).map((text) => readIn(locale, text).text);
  return pageMetadata({
    locale,
    path: paths.page(page.slug),
    title: readIn(locale, { en: page.title, zh: page.titleZh }).text,
    description:
      readIn(locale, { en: page.description, zh: page.descriptionZh }).text || excerpt(first.find(Boolean) ?? '', 160),
    image: page.blocks.find((each) => each.type === 'picture')?.path,
  });
}

// What a reader chose on this device, and what their browser asks for, stands where they look for it.
function Choices({ locale }: { locale: Locale }) {
  const t = translator(locale, 'videos');
  const sites = videoSites.map((site) => ({
    site,
    allowed: t('allowed', { site: siteNames[site] }),
    stop: t('stop', { site: siteNames[site] }),
  }));
  return (
    <div className="grid gap-4">
      <PrivacySignal words={translator(locale, 'lawLinks')('signal')} />
      <VideoChoices title={t('choices')} sites={sites} />
    </div>
  );
}

export default async function OwnPage({ params }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await publicPage(asked.slug));
  if (!page) return <Missing />;
  const { locale } = asked;
  if ('movedTo' in page) permanentRedirect(inLocale(locale, paths.page(page.movedTo)));
  return (
    <>
      <JsonLd data={pageJsonLd(page, locale)} />
      <PageView page={page} locale={locale} above={page.kind === 'PRIVACY' && <Choices locale={locale} />} />
    </>
  );
}
