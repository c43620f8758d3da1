import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Prisma } from '@/lib/core/prisma-client/client';

import type { ImportFailure, ImportPhase } from '../choices';
import { statesBefore } from '../policy';
import type { ImportReport } from '../report';
import { runInput, type RunInput } from '../run-input';

type Source = 'SHOPIFY' | 'DISCOURSE';
export type RunBegun = {
  source: Source;
  rehearsal: boolean;
  input: RunInput;
  uploadId: string | null;
  askedById: string | null;
  version: number | null;
};

/**
 * Takes a run for the process that holds the lock of imports; one that was being done before was left by a process that died. Null where it
 * is over, or was to be stopped, which ends it.
 */
export async function beginRun(ctx: Ctx, { id }: { id: string }): Promise<RunBegun | null> {
  const [row] = await ctx.db.importRun.updateManyAndReturn({
    where: { id, endedAt: null },
    data: { state: 'RUNNING', startedAt: ctx.now, aliveAt: ctx.now, tries: { increment: 1 } },
    select: {
      ...{ source: true, rehearsal: true, input: true, uploadId: true, askedById: true, version: true },
      stopAskedAt: true,
    },
  });
  if (!row) return null;
  if (row.stopAskedAt) {
    await endRun(ctx, { id, state: 'STOPPED', report: null });
    return null;
  }
  return { ...row, input: runInput.safeParse(row.input).data ?? {} };
}

/** Writes down a run that a terminal does itself, and answers its id. Refuses while another is open; one whose process died is ended. */
export async function beginRunHere(
  ctx: Ctx,
  { source, rehearsal, input }: Pick<RunBegun, 'source' | 'rehearsal' | 'input'>,
): Promise<{ id: string }> {
  await ctx.db.importRun.updateMany({
    where: { state: 'RUNNING' },
    data: { state: 'FAILED', failure: 'interrupted', endedAt: ctx.now },
  });
  const id = uuid7(ctx.now);
  const times = { askedAt: ctx.now, startedAt: ctx.now, aliveAt: ctx.now };
  const { count } = await ctx.db.importRun.createMany({
    data: [{ id, source, rehearsal, input, origin: 'TERMINAL', state: 'RUNNING', tries: 1, ...times }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Refused('import-running', 'another import waits to be begun');
  return { id };
}

type Noted = { id: string; phase: ImportPhase | null; subject: string | null; done: number; total: number };

/** Notes how far a run is, and answers whether it is to stop; null where it is over already. */
export async function noteRun(ctx: Ctx, { id, ...progress }: Noted): Promise<{ stop: boolean } | null> {
  const [row] = await ctx.db.importRun.updateManyAndReturn({
    where: { id, state: 'RUNNING' },
    data: { ...progress, aliveAt: ctx.now },
    select: { stopAskedAt: true },
  });
  return row ? { stop: row.stopAskedAt !== null } : null;
}

type Ended = { id: string; state: 'DONE' | 'FAILED' | 'STOPPED'; failure?: ImportFailure; report: ImportReport | null };

/** Ends a run with its report. The files of one that was imported to its end are deleted; those of others until they are a day old. */
export async function endRun(ctx: Ctx, { id, state, failure = undefined, report }: Ended): Promise<void> {
  const [row] = await ctx.db.importRun.updateManyAndReturn({
    where: { id, endedAt: null, state: { in: statesBefore(state) } },
    data: {
      ...{ state, endedAt: ctx.now, failure: failure ?? null },
      ...(report && { report: report as Prisma.InputJsonObject }),
    },
    select: { rehearsal: true, uploadId: true },
  });
  if (row && state === 'DONE' && !row.rehearsal && row.uploadId)
    await ctx.db.importUpload.deleteMany({ where: { id: row.uploadId } });
}
