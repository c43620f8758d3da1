import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { InviteForm } from '@/components/members/staff/invite-form';
import { InvitationTable } from '@/components/members/staff/invitation-table';
import { roleName } from '@/components/members/staff/role-name';
import { TeamTable } from '@/components/members/staff/team-table';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import type { Locale } from '@/lib/core/locale';
import { canGiveRole } from '@/lib/members/policy';
import { listRoles } from '@/lib/members/queries/roles';
import { listInvitations, listTeam } from '@/lib/members/queries/team';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('members.manageRoles');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'staff')('teamPage.title'));
});

export default pageOrMissing(async function StaffTeamPage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const now = reading(actor);
  const [team, invitations, roles] = await Promise.all([listTeam(now), listInvitations(now), listRoles(now)]);
  const t = translator(locale, 'staff');
  const mine = roles.filter((role) => canGiveRole(actor, role));
  return (
    <div className="page grid gap-8 pb-16">
      <PageHeader title={t('teamPage.title')} lead={t('teamPage.lead')} className="pb-0!" />
      <TeamTable locale={locale} team={team} />
      <Card as="section">
        <SectionHead title={t('teamPage.inviteTitle')} lead={t('teamPage.inviteLead')} />
        {env.hasMail ? (
          <InviteForm roles={mine.map((role) => ({ value: role.key, label: roleName(locale, role) }))} />
        ) : (
          <Notice tone="warning">{t('teamPage.noMail')}</Notice>
        )}
      </Card>
      <section aria-labelledby="open-invitations">
        <SectionHead id="open-invitations" title={t('teamPage.openTitle')} />
        {invitations.length > 0 ? (
          <InvitationTable locale={locale} invitations={invitations} now={now.now} />
        ) : (
          <p className="text-muted">{t('teamPage.none')}</p>
        )}
      </section>
    </div>
  );
});
