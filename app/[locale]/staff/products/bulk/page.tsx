import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { productBulkWords } from '@/components/catalog/staff/product-bulk-words';
import { BulkActs } from '@/components/staff/list/bulk/bulk-acts';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { listBulks } from '@/lib/lists/queries/bulks';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

const enter = () => requirePermission('catalog.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'lists')('bulk.title'));
});

export default pageOrMissing(async function ProductBulksPage({ params }: Props) {
  const { locale } = await params;
  const words = productBulkWords(locale);
  const rows = await listBulks(reading(await enter()), { list: words.list });
  return <BulkActs rows={rows} words={words} locale={locale} />;
});
