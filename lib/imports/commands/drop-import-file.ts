import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found } from '@/lib/core/errors';

import { canImport } from '../policy';
import { partFromRuns, refuseWhileRunning } from './run-in-use';

/** Deletes a file that the member has sent, with all its parts; runs that read it with others read none of these any more. Refuses while a run reads it. */
export async function dropImportFile(ctx: Ctx, { id }: { id: string }): Promise<void> {
  allow(canImport(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  const where = { id, upload: { memberId: ctx.actor.id } };
  const { uploadId } = found(await ctx.db.importFile.findFirst({ where, select: { uploadId: true } }), 'file');
  await lockUpload(ctx, uploadId);
  await refuseWhileRunning(ctx, uploadId);
  await partFromRuns(ctx, uploadId);
  await ctx.db.importFile.deleteMany({ where: { id } });
}

/** Deletes all files that a run was to read, whoever sent them. Refuses while a run reads them. */
export async function dropRunFiles(ctx: Ctx, { id }: { id: string }): Promise<void> {
  allow(canImport(ctx.actor));
  const run = await ctx.db.importRun.findFirst({ where: { id }, select: { uploadId: true } });
  const uploadId = found(run?.uploadId, 'files');
  await lockUpload(ctx, uploadId);
  await refuseWhileRunning(ctx, uploadId);
  await ctx.db.importUpload.deleteMany({ where: { id: uploadId } });
  await audit(ctx, { act: 'imports.dropFiles', subject: ['importRun', id] });
}

/** Waits for who sends parts of these files, or begins a run with them. */
export async function lockUpload({ db }: Ctx, id: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM "ImportUpload" WHERE "id" = ${id}::uuid FOR UPDATE`;
}
