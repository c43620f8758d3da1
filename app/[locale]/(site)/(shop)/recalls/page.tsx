import type { Metadata } from 'next';

import { RecallsView } from '@/components/recalls/recalls-view';
import { translator } from '@/lib/core/i18n';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { recallsPage } from './data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'recalls');
  return pageMetadata({ locale, path: recallPath(), title: t('title'), description: t('lead') });
}

/** What is being recalled, for everybody. */
export default async function PublicRecallsPage({ params }: Props) {
  const locale = await localeOf(params);
  return <RecallsView {...await recallsPage()} locale={locale} />;
}
