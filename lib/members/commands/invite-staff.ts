import { memberId as idOf } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import { after, notOver } from '@/lib/core/time';

import { invitationDigest, invitationLifeMs } from '../invitation-key';
import { canGiveRole } from '../policy';
import { makeSecretKey } from '../secret-key';
import { roleToGive } from './change-roles';

type Inviting = { email: string; role: string; language: string };

export type Invited = {
  key: string;
  email: string;
  language: string;
  role: { key: string; name: string | null; nameZh: string | null };
};

/**
 * Invites an address to a role, for seven days. An invitation to the same role that is open already is renewed: what was
 * mailed for it before is void. Refuses with role-has for a member who holds the role.
 */
export async function inviteStaff(ctx: Ctx, { email, role: roleKey, language }: Inviting): Promise<Invited> {
  const role = await roleToGive(ctx, roleKey);
  const held = await ctx.db.grant.count({
    where: { roleKey, scopeType: null, member: { email }, ...notOver(ctx.now) },
  });
  allow(held === 0, 'role-has');
  const key = makeSecretKey();
  const sent = {
    digest: invitationDigest(key),
    locale: language,
    sentAt: ctx.now,
    expiresAt: after(ctx.now, invitationLifeMs),
    invitedById: idOf(ctx.actor),
  };
  // Of two who invite one address at once the second waits for the first one's row, and renews it.
  const made = await ctx.db.invitation.createManyAndReturn({
    data: [{ ...sent, email, roleKey, createdAt: ctx.now }],
    skipDuplicates: true,
    select: { id: true },
  });
  const open = { email, roleKey, acceptedAt: null, withdrawnAt: null };
  const [row] = made.length > 0 ? made : await ctx.db.invitation.updateManyAndReturn({ where: open, data: sent });
  const { id } = found(row);
  const detail = { role: roleKey, name: role.name };
  await audit(ctx, { act: 'invitation.send', subject: ['invitation', id], detail });
  return { key, email, language, role };
}

/** Sends an open invitation again, with another key and seven new days. */
export async function renewInvitation(ctx: Ctx, { invitationId }: { invitationId: string }): Promise<Invited> {
  allow(canGiveRole(ctx.actor));
  const row = found(await ctx.db.invitation.findUnique({ where: { id: invitationId } }));
  allow(row.acceptedAt === null && row.withdrawnAt === null, 'invitation-closed');
  return inviteStaff(ctx, { email: row.email, role: row.roleKey, language: row.locale });
}

/** Takes an invitation back: what was mailed opens nothing any more. */
export async function withdrawInvitation(ctx: Ctx, { invitationId }: { invitationId: string }): Promise<void> {
  allow(canGiveRole(ctx.actor));
  const row = found(await ctx.db.invitation.findUnique({ where: { id: invitationId } }));
  const role = await roleToGive(ctx, row.roleKey);
  const { count } = await ctx.db.invitation.updateMany({
    where: { id: invitationId, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: ctx.now, withdrawnById: idOf(ctx.actor) },
  });
  allow(count === 1, 'invitation-closed');
  const detail = { role: row.roleKey, name: role.name };
  await audit(ctx, { act: 'invitation.withdraw', subject: ['invitation', invitationId], detail });
}
