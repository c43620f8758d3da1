import type { ReactNode } from 'react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** The head of a page below that of stock. */
export function StockHeader({ title, lead, locale }: { title: string; lead?: ReactNode; locale: Locale }) {
  const t = translator(locale, 'stock');
  const items = [{ label: t('title'), href: inLocale(locale, paths.staff('stock')) }, { label: title }];
  return (
    <PageHeader
      className="mb-0! pb-0!"
      title={<bdi>{title}</bdi>}
      lead={lead}
      breadcrumbs={<Breadcrumbs label={t('title')} items={items} />}
    />
  );
}
