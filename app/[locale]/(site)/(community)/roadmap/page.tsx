import type { Metadata } from 'next';

import { Roadmap } from '@/components/feedback/roadmap';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { roadmapPage } from './data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'feedback');
  return pageMetadata({ locale, path: paths.roadmap(), title: t('roadmap.title'), description: t('roadmap.lead') });
}

export default async function WholeRoadmap({ params }: Props) {
  const locale = await localeOf(params);
  const page = await roadmapPage();
  if (!page) return <Missing />;
  return <Roadmap {...page} locale={locale} />;
}
