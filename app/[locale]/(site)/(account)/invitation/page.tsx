import type { Metadata } from 'next';

import { openInvitationAction } from '@/app/actions/members';
import { AuthFrame } from '@/components/members/auth-frame';
import { InvitationAnswer } from '@/components/members/invitation-answer';
import { KeyForm } from '@/components/members/key-form';
import { roleName } from '@/components/members/staff/role-name';
import { isMember } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { invitationOf } from '@/lib/members/invitation-key';
import { addressOf, hasAccount } from '@/lib/members/queries/team';
import { publicBrand } from '@/lib/web/brand';
import { translator } from '@/lib/web/i18n';
import { keptKey } from '@/lib/web/key-cookie';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { currentActor } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return { ...memberMetadata(translator(locale, 'members')('invitation.title')), referrer: 'no-referrer' };
}

/** Where an invitation to the team is accepted: by the account of its address, or with a new one. */
export default async function InvitationPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await currentActor();
  const now = reading(actor);
  const t = translator(locale, 'members');
  const invitation = await invitationOf(now, await keptKey('invitation'));
  if (!invitation)
    return (
      <AuthFrame title={t('invitation.title')} lead={t('invitation.keyLead')} illustration="mailbox">
        <KeyForm
          action={openInvitationAction}
          locale={locale}
          label={t('invitation.key')}
          hint={t('invitation.keyHint')}
          submit={t('invitation.open')}
        />
      </AuthFrame>
    );
  const { email, role, invitedBy } = invitation;
  const { name } = await publicBrand();
  const me = isMember(actor) ? { handle: actor.handle, fits: (await addressOf(now, actor.id)) === email } : null;
  return (
    <AuthFrame
      title={t('invitation.title')}
      lead={t('invitation.lead', { by: invitedBy?.name ?? 'none', brand: name[locale], role: roleName(locale, role) })}
      illustration="owners"
    >
      <InvitationAnswer locale={locale} email={email} me={me} known={await hasAccount(now, email)} />
    </AuthFrame>
  );
}
