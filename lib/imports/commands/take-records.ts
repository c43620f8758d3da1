import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { takeRecordsInput, type TakeRecords } from '../schema';

/**
 * Marks records as taken, in the transaction of what took them. A record that an import changed since it was read is left waiting. Answers
 * how many were marked.
 */
export async function takeRecords(ctx: Ctx, input: TakeRecords): Promise<number> {
  allow(may(ctx.actor, 'imports.keep'));
  const { source, kind, records } = takeRecordsInput.parse(input);
  const ordered = records.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
  return ctx.db.$executeRaw`
    UPDATE "ImportRecord" r SET "state" = 'TAKEN', "takenAt" = ${ctx.now}::timestamptz
    FROM unnest(${ordered.map(({ sourceId }) => sourceId)}::text[], ${ordered.map(({ version }) => version)}::int[]) AS taken(id, version)
    WHERE r."source" = ${source} AND r."kind" = ${kind} AND r."sourceId" = taken.id
      AND r."version" = taken.version AND r."state" = 'KEPT'`;
}
