import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found, Refused } from '@/lib/core/errors';
import { ifTaken } from '@/lib/core/if-taken';
import { enqueue } from '@/lib/core/jobs';

import { runImportJob } from '../jobs';
import { canGoOn, canImport } from '../policy';
import { lockUpload } from './drop-import-file';

/** Stops a run, whoever began it: at once while it waits, else at the next thing that it would bring. Refuses one that is over. */
export async function stopImportRun(ctx: Ctx, { id }: { id: string }): Promise<void> {
  allow(canImport(ctx.actor));
  found(await ctx.db.importRun.findUnique({ where: { id }, select: { id: true } }), 'run');
  const waiting = await ctx.db.importRun.updateMany({
    where: { id, state: 'WAITING' },
    data: { state: 'STOPPED', endedAt: ctx.now },
  });
  const running = await ctx.db.importRun.updateMany({
    where: { id, state: 'RUNNING', stopAskedAt: null },
    data: { stopAskedAt: ctx.now },
  });
  if (waiting.count + running.count === 0) throw new Refused('import-over', 'it is over');
  await audit(ctx, { act: 'imports.stop', subject: ['importRun', id] });
}

/** Goes on with a run that was stopped or came to nothing. Refuses one whose files are gone, and while another run is open. */
export async function goOnWithRun(ctx: Ctx, { id }: { id: string }): Promise<void> {
  allow(canImport(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  const run = await readRun(ctx, id);
  if (run.uploadId) await lockUpload(ctx, run.uploadId);
  if (!canGoOn(await readRun(ctx, id))) throw new Refused('import-over', 'it cannot be gone on with');
  const again = { state: 'WAITING', endedAt: null, stopAskedAt: null, failure: null, tries: 0 } as const;
  const afresh = { startedAt: null, phase: null, subject: null, done: 0, total: 0 };
  const by = { askedById: ctx.actor.id, version: ctx.actor.session?.version };
  const { count } = await ctx.db.importRun
    .updateMany({
      where: { id, state: { in: ['FAILED', 'STOPPED'] } },
      data: { ...again, ...by, ...afresh, askedAt: ctx.now, aliveAt: ctx.now },
    })
    // The index that lets one run be open at a time.
    .catch(ifTaken('import-running', 'another import is open'));
  if (count === 0) throw new Refused('import-over', 'it goes on already');
  await audit(ctx, { act: 'imports.goOn', subject: ['importRun', id] });
  await enqueue(ctx.db, runImportJob, { id }, { key: `import:${id}` });
}

async function readRun({ db }: Ctx, id: string) {
  const select = { state: true, source: true, origin: true, uploadId: true } as const;
  return found(await db.importRun.findUnique({ where: { id }, select }), 'run');
}
