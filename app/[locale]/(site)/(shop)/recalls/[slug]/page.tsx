import type { Metadata } from 'next';

import { RecallView } from '@/components/recalls/recall-view';
import { Missing } from '@/components/shell/missing';
import { localText } from '@/lib/core/locale';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { recallPage } from '../data';

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const recall = asked && (await recallPage(asked.slug));
  if (!recall) return missingMetadata();
  const { locale } = asked;
  return pageMetadata({
    locale,
    path: recallPath(recall.slug),
    title: localText(locale, recall.title, recall.titleZh),
    description: localText(locale, recall.danger, recall.dangerZh).slice(0, 160),
  });
}

/** One recall, for everybody: the danger, what to do, which devices, and whether one's own is among them. */
export default async function PublicRecallPage({ params }: Props) {
  const asked = await pageParams(params);
  const recall = asked && (await recallPage(asked.slug));
  if (!recall) return <Missing />;
  return <RecallView recall={recall} locale={asked.locale} />;
}
