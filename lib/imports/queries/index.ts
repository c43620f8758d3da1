import type { Reading } from '@/lib/core/context';

import { mostRecords, type RecordKind } from '../schema';

type Read = Pick<Reading, 'db'>;
export type KeptRecord = { sourceId: string; row: unknown; version: number };

/** What waits of one kind, by id, behind the id that was read last; who takes it reads and marks it in one transaction. */
export function listWaiting(
  { db }: Read,
  { source, kind, after = '', most = mostRecords }: RecordKind & { after?: string; most?: number },
): Promise<KeptRecord[]> {
  return db.importRecord.findMany({
    where: { source, kind, state: 'KEPT', sourceId: { gt: after } },
    orderBy: { sourceId: 'asc' },
    take: Math.min(most, mostRecords),
    select: { sourceId: true, row: true, version: true },
  });
}

/** Ids of the records of one kind, waiting or taken, behind the id that was read last. */
export async function listRecordIds(
  { db }: Read,
  { source, kind, after = '' }: RecordKind & { after?: string },
): Promise<string[]> {
  const found = await db.importRecord.findMany({
    where: { source, kind, sourceId: { gt: after } },
    orderBy: { sourceId: 'asc' },
    take: mostRecords,
    select: { sourceId: true },
  });
  return found.map(({ sourceId }) => sourceId);
}

/** Records of one kind by their ids, waiting or taken; those that are not here are left out. */
export function getRecords(
  { db }: Read,
  { source, kind, sourceIds }: RecordKind & { sourceIds: readonly string[] },
): Promise<KeptRecord[]> {
  return db.importRecord.findMany({
    where: { source, kind, sourceId: { in: sourceIds.slice(0, mostRecords) } },
    select: { sourceId: true, row: true, version: true },
  });
}

/** How many records of each kind a source brought, and how many of them wait. */
export async function countRecords(
  { db }: Read,
  { source }: { source: string },
): Promise<Record<string, { all: number; waiting: number }>> {
  const groups = await db.importRecord.groupBy({ by: ['kind', 'state'], where: { source }, _count: true });
  const counts: Record<string, { all: number; waiting: number }> = {};
  for (const { kind, state, _count } of groups) {
    const of = (counts[kind] ??= { all: 0, waiting: 0 });
    of.all += _count;
    if (state === 'KEPT') of.waiting += _count;
  }
  return counts;
}
