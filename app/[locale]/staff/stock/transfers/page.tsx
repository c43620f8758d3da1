import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StockHeader } from '@/components/stock/staff/stock-header';
import { TransferCards } from '@/components/stock/staff/transfer-cards';
import { EmptyState } from '@/components/ui/empty-state';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listTransfers } from '@/lib/stock/queries/places';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('stock.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'stock')('transfers.title'));
});

/** Units that are on their way between two places. */
export default pageOrMissing(async function StockTransfersPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const transfers = await listTransfers(reading(actor));
  const t = translator(locale, 'stock');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <StockHeader title={t('transfers.title')} lead={t('transfers.lead')} locale={locale} />
      {transfers.length === 0 ? (
        <EmptyState title={t('transfers.empty')}>{t('transfers.emptyLead')}</EmptyState>
      ) : (
        <TransferCards transfers={transfers} mayEdit={may(actor, 'stock.edit')} locale={locale} />
      )}
    </div>
  );
});
