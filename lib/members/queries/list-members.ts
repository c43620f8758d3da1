import type { HeldRole } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { mostCounted, mostFound } from '@/lib/core/list';
import { foundByAll, foundIn, inOrderOf, readListPage, type Found } from '@/lib/core/list-page';
import { Prisma } from '@/lib/core/prisma-client/client';
import { notOver } from '@/lib/core/time';
import { anywherePattern } from '@/lib/core/like-pattern';

import { memberList, type AskedMembers } from '../list';
import { activeSuspension } from '../published';
import { roleName } from './roles';

export type MemberRow = {
  id: string;
  /** Null for a customer without an account. */
  handle: string | null;
  name: string;
  avatar: string | null;
  trust: number;
  locale: string;
  createdAt: Date;
  lastSeenAt: Date | null;
  imported: boolean;
  suspended: boolean;
  roles: HeldRole[];
};

type Reads = Pick<Reading, 'db' | 'now'>;
/** `one` is the member with a whole address or number, whom `findOne` found; null where it found none. */
type Wanted = { asked: AskedMembers; zone: string; one?: { id: string } | null };

/** One page of members for staff, found by handle or name. By a whole address or number `findOne` finds them. */
export async function listMembers(reading: Reads, { asked, zone, one }: Wanted) {
  const found = await findMembers(reading, asked, one);
  const page = await readListPage(memberList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

/** The ids that a search and the filters which find ids have in common. */
export async function findMembers(reading: Reads, { q, filters }: AskedMembers, one?: Wanted['one']): Promise<Found> {
  const found: Found[] = [];
  if (one !== undefined) found.push({ ids: one ? [one.id] : [], cut: false });
  else if (q) found.push(await byName(reading, q));
  if (filters.role) found.push(await byRole(reading, filters.role));
  if (filters.suspended) found.push(await suspendedNow(reading));
  return foundByAll(found);
}

// Words that stand in more names than are taken are looked for among the newest members alone.
const newest = 10_000;

async function byName({ db }: Reads, q: string): Promise<Found> {
  const words = q.trim().toLowerCase().replace(/^@/, '');
  // The index of parts of names holds three signs each.
  const part = [...words].length >= 3 ? anywherePattern(words) : null;
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    (SELECT w."memberId"::text AS "id" FROM "MemberWords" w WHERE array_to_tsvector(w."words") @@ search_query(${words}) LIMIT ${mostFound + 1})
    UNION (SELECT "id"::text FROM "Member" WHERE lower(coalesce("handle" || ' ', '') || "name") LIKE ${part}::text LIMIT ${mostFound + 1})`);
  if (rows.length <= mostFound) return foundIn(rows);
  const latest = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT n."memberId"::text AS "id" FROM (SELECT "memberId", "words" FROM "MemberWords" ORDER BY "createdAt" DESC, "memberId" DESC LIMIT ${newest}) n
    WHERE array_to_tsvector(n."words") @@ search_query(${words}) LIMIT ${mostFound}`);
  return { ids: latest.map(({ id }) => id), cut: true };
}

async function byRole({ db, now }: Reads, roleKey: string): Promise<Found> {
  const grants = await db.grant.findMany({
    where: { roleKey, scopeType: null, ...notOver(now) },
    take: mostFound + 1,
    select: { memberId: true },
  });
  return foundIn(grants.map(({ memberId }) => ({ id: memberId })));
}

async function suspendedNow({ db, now }: Reads): Promise<Found> {
  const suspensions = await db.suspension.findMany({
    where: activeSuspension(now),
    orderBy: { at: 'desc' },
    take: mostFound + 1,
    select: { memberId: true },
  });
  return foundIn([...new Set(suspensions.map(({ memberId }) => memberId))].map((id) => ({ id })));
}

/** How many members are suspended now, counted as far as counts go. */
export async function countSuspended({ db, now }: Reads): Promise<number> {
  const rows = await db.suspension.findMany({
    where: activeSuspension(now),
    distinct: ['memberId'],
    take: mostCounted,
    select: { memberId: true },
  });
  return rows.length;
}

async function readRows({ db, now }: Reads, ids: string[]): Promise<MemberRow[]> {
  const rows = await db.member.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      handle: true,
      name: true,
      avatar: true,
      trust: true,
      locale: true,
      createdAt: true,
      lastSeenAt: true,
      source: true,
      emailVerifiedAt: true,
      grants: { where: notOver(now), select: { role: { select: roleName } } },
      suspensions: { where: activeSuspension(now), select: { id: true }, take: 1 },
    },
  });
  return rows.map(({ source, emailVerifiedAt, grants, suspensions, ...row }) => ({
    ...row,
    imported: source !== null && emailVerifiedAt === null,
    suspended: suspensions.length > 0,
    roles: grants.map(({ role }) => role),
  }));
}
