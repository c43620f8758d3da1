import { isMember } from '@/lib/core/actor';
import { cleanJson } from '@/lib/core/clean-json';
import type { Ctx } from '@/lib/core/context';
import { notFound, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { mostBulkRows } from '@/lib/core/bulk';

/** A row with a `code` was refused before anybody could try it. */
type Row = { key: string; input?: object; code?: string };
export type DraftBulk = { list: string; act: string; rows: readonly Row[]; input?: { own: true } };

/** Writes down to which rows an act is to be done, each once, before anything is done; refuses none at all, and too many. */
export async function draftBulk(ctx: Ctx, { list, act, rows, input = undefined }: DraftBulk): Promise<string> {
  if (!isMember(ctx.actor)) throw notFound('act');
  if (rows.length > mostBulkRows) throw new Refused('bulk-many', 'too many rows', { values: { most: mostBulkRows } });
  const each = [...new Map(rows.map((row) => [row.key, row])).values()];
  if (each.length === 0) throw new Refused('bulk-none', 'no row was chosen');
  const id = uuid7(ctx.now);
  const memberId = ctx.actor.id;
  await ctx.db.bulkAct.create({
    data: { id, memberId, list, act, input: input ?? {}, total: each.length, draftedAt: ctx.now },
    select: { id: true },
  });
  await ctx.db.$executeRaw`
    INSERT INTO "BulkRow" ("actId", "place", "key", "code", "state", "input")
    SELECT ${id}::uuid, place, row.key, nullif(row.code, ''), (CASE row.code WHEN '' THEN 'LEFT' ELSE 'REFUSED' END)::"BulkRowState", row.input::jsonb
    FROM unnest(${each.map(({ key }) => key)}::text[], ${each.map(({ code = '' }) => code)}::text[], ${each.map((row) => JSON.stringify(cleanJson(row.input ?? {})))}::text[]) WITH ORDINALITY AS row(key, code, input, place)`;
  return id;
}
