import type { Metadata } from 'next';

import { Roadmap } from '@/components/feedback/roadmap';
import { Missing } from '@/components/shell/missing';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { roadmapPage } from '../data';

type Props = { params: Promise<{ locale: string; product: string }> };

export function generateStaticParams() {
  return [{ product: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const page = asked && (await roadmapPage(asked.product));
  if (!page) return missingMetadata();
  const { locale, product: handle } = asked;
  const product = page.products.find((each) => each.handle === handle);
  const t = translator(locale, 'feedback');
  const title = product
    ? `${t('roadmap.title')} · ${localText(locale, product.title, product.titleZh)}`
    : t('roadmap.title');
  return pageMetadata({ locale, path: paths.roadmap(handle), title, description: t('roadmap.lead') });
}

export default async function ProductRoadmap({ params }: Props) {
  const asked = await pageParams(params);
  const page = asked && (await roadmapPage(asked.product));
  if (!page) return <Missing />;
  return <Roadmap {...page} product={asked.product} locale={asked.locale} />;
}
