import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { bulkActsHead, bulkActsPage } from '@/app/[locale]/staff/bulk-pages';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import type { Locale } from '@/lib/core/locale';

type Props = { params: Promise<{ locale: Locale }> };

export const generateMetadata = headOrMissing(async ({ params }: Props) =>
  bulkActsHead((await params).locale, 'orders.read'),
);

export default pageOrMissing(async function OrderBulksPage({ params }: Props) {
  const { locale } = await params;
  return bulkActsPage(locale, 'orders.read', orderBulkWords(locale));
});
