import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { orderBulkWords } from '@/components/orders/staff/bulk/bulk-words';
import { BulkActs } from '@/components/staff/list/bulk/bulk-acts';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { listBulks } from '@/lib/lists/queries/bulks';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

const enter = () => requirePermission('orders.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'lists')('bulk.title'));
});

export default pageOrMissing(async function OrderBulksPage({ params }: Props) {
  const { locale } = await params;
  const words = orderBulkWords(locale);
  const rows = await listBulks(reading(await enter()), { list: words.list });
  return <BulkActs rows={rows} words={words} locale={locale} />;
});
