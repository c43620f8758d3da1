import type { Metadata } from 'next';

import { ReleasesPage } from '@/components/feedback/releases-page';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { paths } from '@/lib/core/paths';
import { pageMetadata } from '@/lib/web/metadata';

import { releasesPage } from '../../data';

type Props = { params: Promise<{ locale: string; cursor: string }> };

export function generateStaticParams() {
  return [{ cursor: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, cursor } = await params;
  const locale = segment as Locale;
  const t = translator(locale, 'feedback');
  return pageMetadata({ locale, path: `${paths.releases()}/after/${cursor}`, title: t('releases.title'), description: t('releases.lead') });
}

export default async function OlderReleases({ params }: Props) {
  const { locale, cursor } = await params;
  const page = await releasesPage(cursor);
  if (!page) return <Missing />;
  return <ReleasesPage {...page} paged locale={locale as Locale} />;
}
