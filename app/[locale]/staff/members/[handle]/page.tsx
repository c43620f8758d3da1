import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { CustomerView } from '@/components/members/staff/customer-view';
import { roleName } from '@/components/members/staff/role-name';
import { CorrectForm } from '@/components/staff/correct-form';
import { MemberActs } from '@/components/staff/member-acts';
import { MemberHistory } from '@/components/staff/member-history';
import { MemberStanding } from '@/components/staff/member-standing';
import { RoleForms, TrustForm } from '@/components/staff/role-forms';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { HeldRole, SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import {
  canChangeEmail,
  canCorrectMember,
  canGiveRole,
  canModerateMember,
  canReadPersonal,
  canSetTrust,
} from '@/lib/members/policy';
import { getMemberForStaff, type StaffMember } from '@/lib/members/queries';
import { listRoles } from '@/lib/members/queries/roles';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; handle: string }> };

export const instant = false;

const findMember = cache(async (handle: string) => {
  const actor = await requirePermission('members.read');
  const context = reading(actor);
  return { actor, context, member: (await getMemberForStaff(context, { named: handle })) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, handle } = (await decodedParams(params)) ?? notFound();
  const { member } = await findMember(handle);
  const t = translator(locale, 'staff');
  return memberMetadata(member.handle === null ? t('members.customer') : `${t('members.member')} @${member.handle}`);
});

export default pageOrMissing(async function StaffMemberPage({ params }: Props) {
  const { locale, handle } = (await pageParams(params)) ?? notFound();
  const { actor, context, member } = await findMember(handle);
  const t = translator(locale, 'staff');
  const held = member.grants.map(({ role }) => role);
  const target = { id: member.id, staff: held.length > 0 };
  const may = canModerateMember(actor, target);
  const given = canGiveRole(actor) ? (await listRoles(context)).filter((role) => canGiveRole(actor, role)) : null;
  const standing = member.suspensions.find(({ liftedAt, until }) => !liftedAt && (!until || until > context.now));
  const crumbs = <Crumbs locale={locale} name={member.name} />;
  if (member.handle === null) return <Customer locale={locale} member={member} actor={actor} />;
  return (
    <div className="page pb-16">
      <PageHeader
        title={member.name}
        breadcrumbs={crumbs}
        meta={<span>@{member.handle}</span>}
        actions={<ButtonLink href={inLocale(locale, paths.member(member.handle))}>{t('member.public')}</ButtonLink>}
      />
      {!member.confirmed && <Notice className="mb-6">{t('member.unproved')}</Notice>}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-6">
          <MemberStanding locale={locale} member={member} suspension={standing} />
          <MemberHistory locale={locale} member={member} />
          <div className="grid gap-6">
            {given && (
              <RoleForms
                memberId={member.id}
                held={given.filter(({ key }) => held.some((role) => role.key === key)).map(optionIn(locale))}
                roles={given.map(optionIn(locale))}
              />
            )}
            {canSetTrust(actor) && (
              <TrustForm memberId={member.id} trust={member.trust} fixed={member.trustGrant !== null} />
            )}
          </div>
        </div>
        <div className="grid gap-6">
          {may ? (
            <MemberActs
              memberId={member.id}
              suspended={Boolean(standing)}
              reads={canReadPersonal(actor, target)}
              hasFactor={(Boolean(member.authenticator?.since) || member.passkeys.length > 0) && target.staff}
            />
          ) : (
            actor.id !== member.id && <Notice>{t('member.above')}</Notice>
          )}
          <Correct member={member} actor={actor} />
        </div>
      </div>
    </div>
  );
});

function Customer({ locale, member, actor }: { locale: Locale; member: StaffMember; actor: SignedIn }) {
  const meta = <span>{translator(locale, 'staff')('members.customer')}</span>;
  return (
    <div className="page pb-16">
      <PageHeader title={member.name} breadcrumbs={<Crumbs locale={locale} name={member.name} />} meta={meta} />
      <CustomerView member={member} reads={canReadPersonal(actor, { id: member.id, staff: false })} locale={locale}>
        <Correct member={member} actor={actor} />
      </CustomerView>
    </div>
  );
}

function Correct({
  member: { id, name, avatar, bio, grants, hasPhone },
  actor,
}: {
  member: StaffMember;
  actor: SignedIn;
}) {
  const target = { id, staff: grants.length > 0 };
  if (!canCorrectMember(actor, target)) return null;
  return (
    <CorrectForm
      memberId={id}
      name={name}
      hasPicture={avatar !== null}
      hasBio={bio !== ''}
      movesEmail={canChangeEmail(actor, target)}
      dropsPhone={hasPhone && canChangeEmail(actor, target)}
    />
  );
}

function Crumbs({ locale, name }: { locale: Locale; name: string }) {
  const t = translator(locale, 'staff');
  const members = { label: t('members.title'), href: inLocale(locale, paths.staff('members')) };
  return <Breadcrumbs label={t('breadcrumb')} items={[members, { label: name }]} />;
}

const optionIn = (locale: Locale) => (role: HeldRole) => ({ value: role.key, label: roleName(locale, role) });
