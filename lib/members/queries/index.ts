import type { HeldRole } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { notOver } from '@/lib/core/time';
import { ownsAny } from '@/lib/ownership/published';

import { demoCast } from '../demo-cast';
import { isOfStaff } from '../published';
import { countContributions } from './count-contributions';
import { roleName } from './roles';

/** What everyone may know of a member; null when there is none. */
export async function getProfile({ db, now }: Pick<Reading, 'db' | 'now'>, { handle }: { handle: string }) {
  const member = await db.member.findUnique({
    where: { handle },
    select: {
      id: true,
      name: true,
      avatar: true,
      bio: true,
      trust: true,
      createdAt: true,
      source: true,
      grants: isOfStaff(now),
      ownerships: ownsAny,
    },
  });
  return member && { ...member, handle };
}

/** What a member edits of themselves. */
export async function getOwnProfile({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }) {
  const member = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      handle: true,
      name: true,
      email: true,
      bio: true,
      avatar: true,
      locale: true,
      trust: true,
      createdAt: true,
      passwordHash: true,
    },
  });
  const { passwordHash, ...rest } = member;
  return { ...rest, hasPassword: passwordHash !== null };
}

/** Where a mailed code was sent, for the page that asks for it. */
export async function getWaitingCode(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { codeId }: { codeId: string | undefined },
) {
  if (!codeId || !isUuid(codeId)) return null;
  return db.emailCode.findFirst({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now } },
    select: { email: true, purpose: true, handle: true },
  });
}

export { countSuspended, listMembers, type MemberRow } from './list-members';

/** One member for staff, by handle or by id, without what is personal: that is asked for with a reason. */
export async function getMemberForStaff({ db, now }: Pick<Reading, 'db' | 'now'>, { named }: { named: string }) {
  const member = await db.member.findUnique({
    where: isUuid(named) ? { id: named } : { handle: named },
    select: {
      id: true,
      handle: true,
      name: true,
      avatar: true,
      bio: true,
      trust: true,
      locale: true,
      source: true,
      createdAt: true,
      lastSeenAt: true,
      emailVerifiedAt: true,
      phone: true,
      authenticator: { select: { since: true } },
      passkeys: { select: { id: true }, take: 1 },
      trustGrant: { select: { level: true, reason: true, at: true, by: { select: { name: true, handle: true } } } },
      grants: {
        where: notOver(now),
        select: {
          role: { select: roleName },
          at: true,
          until: true,
          reason: true,
          grantedBy: { select: { name: true } },
        },
        orderBy: { at: 'asc' },
      },
      suspensions: {
        select: {
          id: true,
          reason: true,
          at: true,
          until: true,
          liftedAt: true,
          liftReason: true,
          by: { select: { name: true } },
        },
        orderBy: { at: 'desc' },
        take: 20,
      },
      warnings: {
        select: { id: true, reason: true, at: true, by: { select: { name: true } } },
        orderBy: { at: 'desc' },
        take: 20,
      },
    },
  });
  if (!member) return null;
  const [changes, deeds] = await Promise.all([
    listRoleChanges({ db }, member.id),
    countContributions({ db }, { memberId: member.id }),
  ]);
  // A role that came with the account was never given by anybody.
  const since = member.grants
    .filter(({ role }) => !changes.some((change) => change.role?.key === role.key))
    .map(({ grantedBy, ...held }) => ({ id: held.role.key, given: true, by: grantedBy, ...held }));
  return { ...withoutPersonal(member), deeds, roleChanges: [...changes, ...since] };
}

// Of what is personal only whether it is there.
function withoutPersonal<T extends { emailVerifiedAt: Date | null; phone: string | null }>(member: T) {
  const { emailVerifiedAt, phone, ...shown } = member;
  return { ...shown, hasPhone: phone !== null, confirmed: emailVerifiedAt !== null || phone !== null };
}

// Roles that were taken again stand in the audit log alone.
async function listRoleChanges({ db }: Pick<Reading, 'db'>, memberId: string) {
  const entries = await db.auditEntry.findMany({
    where: { subjectType: 'member', subjectId: memberId, act: { in: ['member.grantRole', 'member.revokeRole'] } },
    orderBy: { at: 'desc' },
    take: 20,
    select: { id: true, act: true, at: true, reason: true, detail: true, actor: { select: { name: true } } },
  });
  return entries.map(({ act, detail, actor, ...entry }) => ({
    ...entry,
    given: act === 'member.grantRole',
    role: roleIn(detail),
    by: actor,
  }));
}

function roleIn(detail: unknown): HeldRole | undefined {
  const { role: key, name } = (detail ?? {}) as { role?: unknown; name?: unknown };
  if (typeof key !== 'string') return undefined;
  return { key, name: typeof name === 'string' ? name : null, nameZh: null };
}

export type StaffMember = NonNullable<Awaited<ReturnType<typeof getMemberForStaff>>>;

/** The demo's people, as far as they are there. */
export async function listDemoCast({ db }: Pick<Reading, 'db'>) {
  const emails = demoCast.map((part) => `${part}@demo.millet`);
  const members = await db.member.findMany({
    where: { email: { in: emails } },
    select: { name: true, avatar: true, email: true },
  });
  return demoCast.flatMap((part, at) => {
    const member = members.find(({ email }) => email === emails[at]);
    return member ? [{ part, name: member.name, avatar: member.avatar, email: emails[at] ?? '' }] : [];
  });
}
