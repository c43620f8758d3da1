import type { Reading } from '@/lib/core/context';
import { notOver } from '@/lib/core/time';

import { activeSuspension } from '../published';
import { roleName } from './roles';

type Now = Pick<Reading, 'db' | 'now'>;

/** Invitations that were neither accepted nor withdrawn, those that ran out too, the newest first. */
export async function listInvitations({ db }: Now) {
  return db.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      email: true,
      sentAt: true,
      expiresAt: true,
      role: { select: roleName },
      invitedBy: { select: { name: true } },
    },
  });
}

export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number];

/** Members who hold a role, with their roles, whoever came first before the others. */
export async function listTeam({ db, now }: Now) {
  const held = { scopeType: null, ...notOver(now) };
  const rows = await db.member.findMany({
    where: { grants: { some: held } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      handle: true,
      name: true,
      avatar: true,
      lastSeenAt: true,
      grants: { where: held, select: { role: { select: roleName } }, orderBy: { at: 'asc' } },
      suspensions: { where: activeSuspension(now), select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ grants, suspensions, ...member }) => ({
    ...member,
    roles: grants.map(({ role }) => role),
    suspended: suspensions.length > 0,
  }));
}

export type TeamRow = Awaited<ReturnType<typeof listTeam>>[number];

/** Whether an address has an account that somebody signs in to. */
export async function hasAccount({ db }: Now, email: string): Promise<boolean> {
  const member = await db.member.findUnique({ where: { email }, select: { emailVerifiedAt: true } });
  return Boolean(member?.emailVerifiedAt);
}

/** The address of a member. */
export async function addressOf({ db }: Now, memberId: string): Promise<string | null> {
  return (await db.member.findUnique({ where: { id: memberId }, select: { email: true } }))?.email ?? null;
}

/** Whether more than one person holds a role. */
export async function hasTeam({ db, now }: Now): Promise<boolean> {
  const held = { some: { scopeType: null, ...notOver(now) } };
  return (await db.member.findMany({ where: { grants: held }, take: 2, select: { id: true } })).length > 1;
}
