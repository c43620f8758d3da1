import type { Ctx } from '@/lib/core/context';

export type NoteExport = { id: string; rows: number; ended?: 'whole' | 'broken' };

/** Notes how far an export has come, or that it has ended, which frees its place. */
export async function noteExport(ctx: Ctx, { id, rows, ended }: NoteExport): Promise<void> {
  await ctx.db.listExport.updateMany({
    where: { id, endedAt: null },
    data: { rows, aliveAt: ctx.now, ...(ended && { endedAt: ctx.now, whole: ended === 'whole' }) },
  });
}
