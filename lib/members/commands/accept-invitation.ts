import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { notOver } from '@/lib/core/time';
import { permissionsOf, permissionsOfAll } from '@/lib/permissions';

import { openInvitation, type OpenInvitation } from '../invitation-key';
import { activeSuspension } from '../published';
import { keptRole, writeGrant } from './change-roles';
import type { Proved } from './confirm-sign-up';
import { enrolMember } from './enrol-member';
import { holdByEmail } from './hold-by-email';
import { holdSession } from './hold-session';
import { takeOver } from './take-over';

/** Gives the actor the role that their address was invited to; refuses with invitation-other whoever has another address. */
export async function acceptInvitation(ctx: Ctx, { key }: { key: string }): Promise<void> {
  if (!isMember(ctx.actor)) throw new Refused('signed-out');
  const invitation = await openInvitation(ctx, key);
  const memberId = await holdSession(ctx);
  const where = { id: memberId, email: invitation.email, emailVerifiedAt: { not: null } };
  if ((await ctx.db.member.count({ where })) === 0)
    throw new Refused('invitation-other', 'for another address', { values: { email: invitation.email } });
  await accept(ctx, invitation, memberId);
  ctx.touch(`member:${ctx.actor.handle}`);
}

type Joining = { key: string; name: string; handle: string; passwordHash: string; locale: string };

/**
 * Makes a member with the role and the address of an invitation, whose mail proved the address; an imported member or a
 * customer of that address is theirs. Refuses with invitation-known when the address has an account that somebody signs in to.
 */
export async function joinByInvitation(ctx: Ctx, { key, ...wish }: Joining): Promise<Proved> {
  const invitation = await openInvitation(ctx, key);
  const { email } = invitation;
  const known = await holdByEmail(ctx, { email });
  if (known?.emailVerifiedAt) throw new Refused('invitation-known', 'the address has an account');
  const { id, version } = known
    ? await takeOver(ctx, known, wish)
    : await enrolMember(ctx, { ...wish, email, confirmed: true });
  await accept(ctx, invitation, id);
  await ctx.emit('member.joined', { memberId: id });
  return { memberId: id, version };
}

async function accept(ctx: Ctx, { id, roleKey, invitedById }: OpenInvitation, memberId: string): Promise<void> {
  const role = await keptRole(ctx, roleKey);
  if (!role || !(await mayStillGive(ctx, invitedById, role)))
    throw new Refused('invitation-void', 'the inviter may not give this role any more', { field: 'key' });
  // Of two who accept at once the second waits for the first one's commit, and is refused.
  const { count } = await ctx.db.invitation.updateMany({
    where: { id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: ctx.now } },
    data: { acceptedAt: ctx.now, acceptedById: memberId },
  });
  allow(count === 1, 'invitation-used');
  await writeGrant(ctx, { memberId, roleKey, until: null, reason: '', grantedById: invitedById });
  const detail = { role: roleKey, name: role.name };
  await audit(ctx, { act: 'invitation.accept', subject: ['member', memberId], detail });
}

// What the terminal sent stays; what a member sent is worth what they may do when it is accepted.
async function mayStillGive(
  ctx: Ctx,
  inviterId: string | null,
  role: { key: string; permissions: string[] },
): Promise<boolean> {
  if (!inviterId) return true;
  const inviter = await ctx.db.member.findFirst({
    where: { id: inviterId, suspensions: { none: activeSuspension(ctx.now) } },
    select: { grants: { where: { scopeType: null, ...notOver(ctx.now) }, select: { role: true } } },
  });
  const held = permissionsOfAll((inviter?.grants ?? []).map((grant) => grant.role));
  return held.includes('members.manageRoles') && permissionsOf(role).every((each) => held.includes(each));
}
