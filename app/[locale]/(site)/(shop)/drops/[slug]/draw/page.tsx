import type { Metadata } from 'next';

import { DrawView } from '@/components/drops/draw-view';
import { Missing } from '@/components/shell/missing';
import { env } from '@/lib/core/env';
import { translator } from '@/lib/core/i18n';
import { localText } from '@/lib/core/locale';
import { paths } from '@/lib/paths';
import { pageMetadata } from '@/lib/web/metadata';
import { missingMetadata } from '@/lib/web/missing-metadata';
import { decodedParams, pageParams } from '@/lib/web/params';

import { drawPage } from '../../data';

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [{ slug: '_' }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const asked = await decodedParams(params);
  const draw = asked && (await drawPage(asked.slug));
  if (!draw) return missingMetadata();
  const { locale, slug } = asked;
  const t = translator(locale, 'drops');
  const name = localText(locale, draw.title, draw.titleZh);
  return pageMetadata({
    locale,
    path: paths.draw(slug),
    title: `${t('draw.title')}: ${name}`,
    description: t('draw.metaLead', { title: name }),
  });
}

export default async function DrawPage({ params }: Props) {
  const asked = await pageParams(params);
  const draw = asked && (await drawPage(asked.slug));
  if (!draw) return <Missing />;
  return <DrawView draw={draw} locale={asked.locale} origin={env.PUBLIC_URL} />;
}
