import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { dropRecordsInput, type DropRecords } from '../schema';

/** Deletes records, because the source has them no more or because somebody asked for it. Answers how many there were. */
export async function dropRecords(ctx: Ctx, input: DropRecords): Promise<number> {
  allow(may(ctx.actor, 'imports.keep'));
  const { source, kind, sourceIds } = dropRecordsInput.parse(input);
  const { count } = await ctx.db.importRecord.deleteMany({ where: { source, kind, sourceId: { in: sourceIds } } });
  return count;
}
