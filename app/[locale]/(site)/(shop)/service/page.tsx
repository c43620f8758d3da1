import type { Metadata } from 'next';

import { PointList } from '@/components/service/point-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { servicePath } from '@/lib/service/choices/service-path';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';

import { servicePage } from './data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'service');
  return pageMetadata({ locale, path: servicePath(), title: t('title'), description: t('lead') });
}

/** Where devices are taken in, for everybody. */
export default async function ServicePage({ params }: Props) {
  const locale = await localeOf(params);
  const points = await servicePage();
  const t = translator(locale, 'service');
  return (
    <div className="page max-w-5xl pb-16">
      <PageHeader title={t('title')} lead={t('lead')} />
      {points.length === 0 ? (
        <EmptyState compact title={t('none')}>
          <p>{t('noneBody')}</p>
        </EmptyState>
      ) : (
        <PointList points={points} />
      )}
    </div>
  );
}
