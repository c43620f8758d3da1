import type { HeldRole } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { notOver } from '@/lib/core/time';
import { ownsAny } from '@/lib/ownership/published';

import { demoCast } from '../demo-cast';
import { activeSuspension, isOfStaff } from '../published';
import { countContributions } from './count-contributions';
import { roleName } from './roles';

const listSize = 30;

/** What everyone may know of a member; null when there is none. */
export async function getProfile({ db, now }: Pick<Reading, 'db' | 'now'>, { handle }: { handle: string }) {
  return db.member.findUnique({
    where: { handle },
    select: {
      id: true,
      handle: true,
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

export type MemberRow = {
  id: string;
  handle: string;
  name: string;
  avatar: string | null;
  trust: number;
  createdAt: Date;
  lastSeenAt: Date | null;
  imported: boolean;
  suspended: boolean;
  roles: HeldRole[];
};

/** Members for staff, newest first, found by handle or name; or the one with this id. By a whole address `findByEmail` finds them. */
export async function listMembers(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { search = '', id, after }: { search?: string; id?: string; after?: { at: Date; id: string } },
) {
  const words = search.trim().toLowerCase().replace(/^@/, '');
  const ids = id ? [id] : words ? await findByName(db, words, after) : null;
  const rows = await db.member.findMany({
    where: {
      ...(ids && { id: { in: ids } }),
      ...(!ids && after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listSize + 1,
    select: {
      id: true,
      handle: true,
      name: true,
      avatar: true,
      trust: true,
      createdAt: true,
      lastSeenAt: true,
      source: true,
      emailVerifiedAt: true,
      grants: { where: notOver(now), select: { role: { select: roleName } } },
      suspensions: { where: activeSuspension(now), select: { id: true }, take: 1 },
    },
  });
  const members = rows
    .slice(0, listSize)
    .map(({ source, emailVerifiedAt, grants, suspensions, ...row }): MemberRow => ({
      ...row,
      imported: source !== null && emailVerifiedAt === null,
      suspended: suspensions.length > 0,
      roles: grants.map(({ role }) => role),
    }));
  return { members, more: rows.length > listSize };
}

async function findByName(db: Reading['db'], words: string, after?: { at: Date; id: string }): Promise<string[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Member"
    WHERE lower("handle" || ' ' || "name") LIKE ${like}
      AND (${after?.at ?? null}::timestamptz IS NULL OR ("createdAt", "id") < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY "createdAt" DESC, "id" DESC LIMIT ${listSize + 1}`;
  return rows.map(({ id }) => id);
}

/** One member for staff, without what is personal: that is asked for with a reason. */
export async function getMemberForStaff({ db, now }: Pick<Reading, 'db' | 'now'>, { handle }: { handle: string }) {
  const member = await db.member.findUnique({
    where: { handle },
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
  return { ...member, deeds, roleChanges: [...changes, ...since] };
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
