import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { takeTurns } from '@/lib/core/take-turns';

import { erasedId, erasedKind, waysOf } from '../person';
import { getRecords } from '../queries';
import { requireSameSecret } from '../same-secret';
import type { KeepRecords, RecordToKeep } from '../schema';
import { keepRecords, type RecordsKept } from './keep-records';

/** Who keeps rows of people and who erases somebody take turns, so that nobody comes back by a row that was read before. */
export const personTurns = (ctx: Ctx): Promise<void> => takeTurns(ctx.db, 'imports:person');

export type PeopleKept = RecordsKept & { erased: number; /** Those that stand there now. */ kept: RecordToKeep[] };

/** Keeps customers or orders without what belongs to people who were erased: such a customer is left out, such an order has no person. Refuses under another secret. */
export async function keepPeople(ctx: Ctx, input: KeepRecords): Promise<PeopleKept> {
  allow(may(ctx.actor, 'imports.keep'));
  await personTurns(ctx);
  await requireSameSecret(ctx, input.source);
  const { source, kind, records } = input;
  const ids = new Map(records.map((record) => [record, waysOf(record.row).map(erasedId)]));
  const asked = [...new Set([...ids.values()].flat())];
  const erased = new Set<string>();
  for (let at = 0; at < asked.length; at += 500) {
    const found = await getRecords(ctx, { source, kind: erasedKind, sourceIds: asked.slice(at, at + 500) });
    for (const { sourceId } of found) erased.add(sourceId);
  }
  const isErased = (record: RecordToKeep) => ids.get(record)!.some((id) => erased.has(id));
  const kept = records
    .map((record, at) => ({ at, record: isErased(record) ? withoutPerson(kind, record) : record }))
    .filter((each): each is { at: number; record: RecordToKeep } => each.record !== null);
  const done = await keepRecords(ctx, { ...input, records: kept.map(({ record }) => record) });
  return {
    ...done,
    refused: done.refused.map((place) => kept[place]!.at),
    erased: records.filter(isErased).length,
    kept: kept.filter((_, place) => !done.refused.includes(place)).map(({ record }) => record),
  };
}

function withoutPerson(kind: string, { sourceId, row }: RecordToKeep): RecordToKeep | null {
  return kind === 'customer' ? null : { sourceId, row: { ...row, email: null, phone: null, shipTo: null } };
}
