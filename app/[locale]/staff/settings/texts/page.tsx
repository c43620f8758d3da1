import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { BellList, EveryMailLink, MailTextList } from '@/components/notifications/staff/mail-text-list';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { listMailTexts } from '@/lib/flows/notifications/mail-texts';
import { listBells } from '@/lib/flows/notifications/notice-texts';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('notifications.editTexts');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'notifications')('mailTexts.title'));
});

export default pageOrMissing(async function StaffMailTextsPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const now = reading(actor);
  const t = translator(locale, 'notifications');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('mailTexts.title')} lead={t('mailTexts.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="texts" locale={locale} />
      <EveryMailLink locale={locale} />
      <MailTextList mails={await listMailTexts(now, locale)} locale={locale} />
      <BellList bells={await listBells(now, locale)} locale={locale} />
    </div>
  );
});
