import type { Metadata } from 'next';

import { ReleasesPage } from '@/components/feedback/releases-page';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { releasesPage } from '../../data';

type Props = { params: Promise<{ locale: string; cursor: string }> };

export function generateStaticParams() {
  return [{ cursor: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  if (!asked || !(await releasesPage(asked.cursor))) return missingMetadata();
  const { locale, cursor } = asked;
  const t = translator(locale, 'feedback');
  return pageMetadata({
    locale,
    path: paths.releasesAfter(cursor),
    title: t('releases.title'),
    description: t('releases.lead'),
  });
}

export default async function OlderReleases({ params }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await releasesPage(asked.cursor));
  if (!page) return <Missing />;
  return <ReleasesPage {...page} paged locale={asked.locale} />;
}
