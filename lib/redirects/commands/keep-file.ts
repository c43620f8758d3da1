import { isMember } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { mostFileRows, type FileRow } from '../choices';
import { keptRows } from '../file-rows';
import { canEditRedirects } from '../policy';

/** Keeps the rows of a file for the member who sent it, in the place of their last one; nothing is redirected yet. Refuses an empty file, and too many rows. */
export async function keepRedirectFile(ctx: Ctx, { rows }: { rows: readonly FileRow[] }): Promise<void> {
  allow(canEditRedirects(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  if (rows.length === 0) throw new Refused('redirect-file-empty', 'no rows', { field: 'file' });
  if (rows.length > mostFileRows)
    throw new Refused('redirect-file-long', 'too many rows', { field: 'file', values: { most: mostFileRows } });
  const memberId = ctx.actor.id;
  const nothing = { added: 0, changed: 0, unchanged: 0 };
  const kept = { key: uuid7(ctx.now), rows: keptRows(rows), at: ctx.now, takenAt: null, ...nothing };
  await ctx.db.redirectFile.upsert({
    where: { memberId },
    create: { memberId, ...kept },
    update: kept,
    select: { key: true },
  });
}
