import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { StaffNoticesForm } from '@/components/notifications/staff/staff-notices-form';
import { WebhookForm } from '@/components/notifications/staff/webhook-form';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { formatDateTime } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { getStaffNotices } from '@/lib/notifications/staff-settings';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requireStaff } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requireStaff();

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'staffNotices')('title'));
});

/** What one of the staff hears about, and over what. */
export default pageOrMissing(async function StaffNoticesPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { kinds, webhook } = await getStaffNotices({ ...reading(actor), actor });
  const t = translator(locale, 'staffNotices');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('title')} lead={t('lead')} className="pb-0!" />
      {kinds.length > 0 ? <StaffNoticesForm kinds={kinds} /> : <p className="text-muted">{t('none')}</p>}
      <WebhookForm
        host={webhook?.host ?? null}
        disabledAt={webhook?.disabledAt ? formatDateTime(webhook.disabledAt, locale) : null}
      />
    </div>
  );
});
