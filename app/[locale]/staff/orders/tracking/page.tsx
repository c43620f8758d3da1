import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { TrackingForm } from '@/components/orders/staff/bulk/tracking-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

const enter = () => requirePermission('orders.ship');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'orders')('staff.trackingImport.title'));
});

export default pageOrMissing(async function TrackingPage({ params }: Props) {
  await enter();
  const { locale } = await params;
  const t = translator(locale, 'orders');
  const crumbs = [
    { label: t('staff.title'), href: inLocale(locale, paths.staff('orders')) },
    { label: t('staff.trackingImport.title') },
  ];
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('staff.trackingImport.title')}
        lead={t('staff.trackingImport.lead')}
        breadcrumbs={<Breadcrumbs label={t('staff.title')} items={crumbs} />}
      />
      <Card as="section">
        <TrackingForm locale={locale} />
      </Card>
    </div>
  );
});
