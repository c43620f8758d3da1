import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { TransferCards } from '@/components/stock/staff/transfer-cards';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
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
      <PageHeader
        className="mb-0! pb-0!"
        title={t('transfers.title')}
        lead={t('transfers.lead')}
        breadcrumbs={
          <Breadcrumbs
            label={t('title')}
            items={[
              { label: t('title'), href: inLocale(locale, paths.staff('stock')) },
              { label: t('transfers.title') },
            ]}
          />
        }
      />
      {transfers.length === 0 ? (
        <EmptyState title={t('transfers.empty')}>{t('transfers.emptyLead')}</EmptyState>
      ) : (
        <TransferCards transfers={transfers} mayEdit={may(actor, 'stock.edit')} locale={locale} />
      )}
    </div>
  );
});
