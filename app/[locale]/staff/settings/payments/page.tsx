import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PaymentSettings } from '@/components/markets/staff/payment-settings';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { lastWebhookAt } from '@/lib/orders/payment-queries';
import { paymentsState, webhookAddress, webhookEvents } from '@/lib/outside/payments';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('markets.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'markets')('payments.title'));
});

export default pageOrMissing(async function StaffPaymentsPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'markets');
  const state = paymentsState();
  const last = await lastWebhookAt(reading(actor), env.PAYMENTS);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('payments.title')} lead={t('payments.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="payments" locale={locale} />
      <PaymentSettings state={state} webhook={webhookAddress()} events={webhookEvents} last={last} locale={locale} />
    </div>
  );
});
