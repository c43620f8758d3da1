import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { TestLetter } from '@/components/members/staff/test-letter';
import { CheckSender } from '@/components/notifications/staff/check-sender';
import { MailState } from '@/components/notifications/staff/mail-state';
import { Card, SectionHead } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { getMailState } from '@/lib/notifications/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('brand.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'notifications')('mailSettings.title'));
});

export default pageOrMissing(async function StaffMailPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'notifications');
  const server = env.SMTP_URL ? new URL(env.SMTP_URL).hostname : null;
  const by = env.hasMail ? { sender: env.MAIL_FROM, server } : null;
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('mailSettings.title')} lead={t('mailSettings.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="mail" locale={locale} />
      <MailState by={by} {...await getMailState(reading(actor))} locale={locale} />
      {env.hasMail && may(actor, 'members.manageRoles') && (
        <Card as="section">
          <SectionHead
            title={t('mailSettings.letter')}
            lead={t(env.SMTP_URL ? 'mailSettings.letterLead' : 'mailSettings.letterDemo')}
          />
          <TestLetter locale={locale} />
        </Card>
      )}
      {env.SMTP_URL && (
        <Card as="section">
          <SectionHead title={t('mailSettings.domain')} lead={t('mailSettings.domainLead')} />
          <CheckSender />
        </Card>
      )}
    </div>
  );
});
