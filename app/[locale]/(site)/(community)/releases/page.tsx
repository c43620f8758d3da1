import type { Metadata } from 'next';

import { ReleasesPage } from '@/components/feedback/releases-page';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { releasesPage } from './data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'feedback');
  return pageMetadata({ locale, path: paths.releases(), title: t('releases.title'), description: t('releases.lead') });
}

export default async function LatestReleases({ params }: Props) {
  const locale = await localeOf(params);
  const page = await releasesPage();
  if (!page) return <Missing />;
  return <ReleasesPage {...page} locale={locale} />;
}
