import type { Ctx } from '@/lib/core/context';
import { after, hour, minute } from '@/lib/core/time';
import { backupLock } from '@/lib/outside/backup';

/** Takes a backup that waits, for who makes it, and answers whether staff asked for it; null where another has taken it or it is over. */
export async function beginBackup(ctx: Ctx, { id }: { id: string }): Promise<{ asked: boolean } | null> {
  const [row] = await ctx.db.backup.updateManyAndReturn({
    where: { id, startedAt: null, endedAt: null },
    data: { startedAt: ctx.now, aliveAt: ctx.now },
    select: { cause: true },
  });
  return row ? { asked: row.cause === 'STAFF' } : null;
}

/** Notes how far it is. */
export async function noteBackup(ctx: Ctx, { id, step, steps }: { id: string; step: number; steps: number }) {
  await ctx.db.backup.updateMany({ where: { id, endedAt: null }, data: { step, steps, aliveAt: ctx.now } });
}

type Ended = {
  id: string;
  file: string;
  bytes: number;
  rows: number;
  tables: number;
  files: number;
  namesOnly: boolean;
  missing: number;
  sha256: string;
};

/** Ends a backup that was made and read again. */
export async function endBackup(ctx: Ctx, { id, bytes, rows, ...made }: Ended): Promise<void> {
  await ctx.db.backup.updateMany({
    where: { id },
    data: { ...made, bytes: BigInt(bytes), rows: BigInt(rows), failure: null, endedAt: ctx.now, verifiedAt: ctx.now },
  });
}

/** Ends a backup that came to nothing, with a word that says why. */
export async function failBackup(ctx: Ctx, { id, failure }: { id: string; failure: string }): Promise<void> {
  await ctx.db.backup.updateMany({ where: { id, endedAt: null }, data: { failure, endedAt: ctx.now } });
}

/** Notes that the files of these names were deleted. */
export async function forgetFiles(ctx: Ctx, { files }: { files: readonly string[] }): Promise<void> {
  await ctx.db.backup.updateMany({ where: { file: { in: [...files] }, goneAt: null }, data: { goneAt: ctx.now } });
}

// The process that makes one says every second how far it is; one that waits does so behind other jobs.
const silence = 2 * minute;
const waiting = 2 * hour;

/** Ends what its process can no longer make: nobody holds the lock of who makes a backup, and it has been silent for a while. */
export async function endInterrupted(ctx: Ctx): Promise<void> {
  const [lock] = await ctx.db.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${backupLock}, 0)) AS free`;
  if (!lock?.free) return;
  await ctx.db.backup.updateMany({
    where: {
      endedAt: null,
      OR: [
        { startedAt: { not: null }, aliveAt: { lt: after(ctx.now, -silence) } },
        { startedAt: null, askedAt: { lt: after(ctx.now, -waiting) } },
      ],
    },
    data: { endedAt: ctx.now, failure: 'interrupted' },
  });
}
