import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { plainName } from '@/lib/members/published';

type Db = Pick<Reading, 'db'>;

const shown = {
  id: true,
  act: true,
  input: true,
  total: true,
  done: true,
  refused: true,
  draftedAt: true,
  startedAt: true,
  endedAt: true,
  stopped: true,
  memberId: true,
  member: { select: plainName },
} as const;

/** An act on many rows of a list; the page has asked who may see the list. A draft is shown to who made it. */
export async function getBulk({ db, actor }: Reading, { id, list }: { id: string; list: string }) {
  const act = isUuid(id) ? await db.bulkAct.findFirst({ where: { id, list }, select: shown }) : null;
  const mine = actor.kind === 'member' && act?.memberId === actor.id;
  return act && (act.startedAt || mine) ? act : null;
}

export type BulkShown = NonNullable<Awaited<ReturnType<typeof getBulk>>>;

/** Which act an id names, whoever made it. */
export async function findBulk({ db }: Db, { id }: { id: string }) {
  return isUuid(id)
    ? db.bulkAct.findUnique({ where: { id }, select: { act: true, input: true, startedAt: true } })
    : null;
}

/** The latest acts on many rows of a list that were started. */
export async function listBulks({ db }: Db, { list }: { list: string }): Promise<BulkShown[]> {
  return db.bulkAct.findMany({
    where: { list, startedAt: { not: null } },
    orderBy: [{ draftedAt: 'desc' }, { id: 'desc' }],
    take: 30,
    select: shown,
  });
}

/** The keys of an act's rows in their order, with the refusal of those that nobody need try. */
export async function listBulkKeys(
  { db }: Db,
  { id }: { id: string },
): Promise<{ key: string; code: string | null }[]> {
  return db.bulkRow.findMany({ where: { actId: id }, orderBy: { place: 'asc' }, select: { key: true, code: true } });
}

const row = { place: true, key: true, input: true, state: true, code: true, values: true } as const;

type Wanted = { id: string; after?: number; size: number; state?: 'REFUSED' | 'LEFT' };

/** Rows of an act behind a place. */
export async function listBulkRows({ db }: Db, { id, after = 0, size, state }: Wanted) {
  return db.bulkRow.findMany({
    where: { actId: id, place: { gt: after }, state },
    orderBy: { place: 'asc' },
    take: size,
    select: row,
  });
}

export type BulkRowShown = Awaited<ReturnType<typeof listBulkRows>>[number];

/** An act that is at work, as its runner reads it. */
export async function getRunningBulk({ db }: Db, { id }: { id: string }) {
  return db.bulkAct.findFirst({
    where: { id, startedAt: { not: null }, endedAt: null },
    select: { id: true, act: true, input: true, memberId: true, version: true },
  });
}
