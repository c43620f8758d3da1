import { memberId, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { allow, Refused } from '@/lib/core/errors';
import { strictTranslator } from '@/lib/core/i18n';
import { spend } from '@/lib/core/limits';
import { forEachLocale, localeFrom, localText } from '@/lib/core/locale';
import { clock } from '@/lib/core/time';
import { inviteStaff, joinByInvitation, renewInvitation, type Invited, type Proved } from '@/lib/members/commands';
import { openInvitation } from '@/lib/members/invitation-key';
import { limits } from '@/lib/members/limits';
import { memberNotices } from '@/lib/members/notices';
import { hashPassword } from '@/lib/members/password';
import { canGiveRole } from '@/lib/members/policy';
import { echoes } from '@/lib/members/schema';
import { mail } from '@/lib/notifications/commands';
import { requireMail } from '@/lib/outside/mail';
import { isBuiltIn } from '@/lib/permissions';

type Inviting = { email: string; role: string; language: string };

/** Invites an address to a role by mail. */
export function invite(actor: Actor, input: Inviting, options: Options = {}): Promise<void> {
  return sendInvitation(actor, (ctx) => inviteStaff(ctx, input), options);
}

/** Mails an open invitation again; what was mailed before is void. */
export function inviteAgain(actor: Actor, input: { invitationId: string }, options: Options = {}): Promise<void> {
  return sendInvitation(actor, (ctx) => renewInvitation(ctx, input), options);
}

async function sendInvitation(actor: Actor, write: (ctx: Ctx) => Promise<Invited>, options: Options): Promise<void> {
  const now = options.now ?? clock();
  allow(canGiveRole(actor));
  requireMail();
  await spend(db, limits.invite, memberId(actor) ?? 'system', now);
  await inTransaction(
    actor,
    async (ctx) => {
      const { key, email, language, role } = await write(ctx);
      await mail(ctx, memberNotices['staff.invited'], {
        key: `invitation:${ctx.requestId}:${key.slice(0, 8)}`,
        to: email,
        locale: localeFrom(language),
        data: { key, role: namesOf(role) },
      });
    },
    { ...options, now },
  );
}

function namesOf({ key, name, nameZh }: Invited['role']) {
  return forEachLocale((locale) =>
    isBuiltIn(key) ? strictTranslator(locale, 'staff')(`roles.${key}`) : localText(locale, name ?? key, nameZh),
  );
}

type Joining = { key: string; name: string; handle: string; password: string; locale: string };

/** Makes a member by an invitation to an address that has no account yet. */
export async function joinTeam(actor: Actor, { password, ...wish }: Joining, options: Options = {}): Promise<Proved> {
  const now = options.now ?? clock();
  const { email } = await openInvitation(reading(actor, now), wish.key);
  if (echoes(password, wish.handle, email))
    throw new Refused('password-echo', 'password echoes', { field: 'password' });
  const passwordHash = await hashPassword(password);
  return transact(joinByInvitation)(actor, { ...wish, passwordHash }, { ...options, now });
}
