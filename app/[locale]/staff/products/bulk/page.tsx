import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { bulkActsHead, bulkActsPage } from '@/app/[locale]/staff/bulk-pages';
import { productBulkWords } from '@/components/catalog/staff/product-bulk-words';
import type { Locale } from '@/lib/core/locale';

type Props = { params: Promise<{ locale: Locale }> };

export const generateMetadata = headOrMissing(async ({ params }: Props) =>
  bulkActsHead((await params).locale, 'catalog.edit'),
);

export default pageOrMissing(async function ProductBulksPage({ params }: Props) {
  const { locale } = await params;
  return bulkActsPage(locale, 'catalog.edit', productBulkWords(locale));
});
