import { isMember } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found, notFound, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';

import { importPartBytes, mostImportBytes, mostImportFiles, type ImportFileKind } from '../choices';
import { canImport } from '../policy';
import type { ImportPart } from '../schema';
import { partFromRuns, refuseWhileRunning } from './run-in-use';

type Part = ImportPart & {
  /** Which export it is, by its first row; null where it is none that is known. Told with the first part. */
  kind: ImportFileKind | null;
  part: Uint8Array;
};

/**
 * Keeps a part of a file of an old shop, in the order in which they come; one that is here already is not kept again. The first part begins
 * the file, in the place of one of the same name; runs that read other files before read none of these. Refuses files that are no known export, too many, too large together, and any while a run
 * reads those that are here.
 */
export async function keepImportPart(ctx: Ctx, given: Part): Promise<{ received: number }> {
  allow(canImport(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  const { file: id, bytes, at, part } = given;
  if (part.length !== Math.min(importPartBytes, bytes - at))
    throw new Refused('import-part', 'a part of another length');
  const uploadId = await ownUpload(ctx, ctx.actor.id);
  await refuseWhileRunning(ctx, uploadId);
  if (at === 0) await beginFile(ctx, uploadId, given);
  const file = await ctx.db.importFile.findFirst({ where: { id, uploadId }, select: { bytes: true, received: true } });
  const { received, bytes: whole } = found(file, 'file');
  if (whole !== bytes || at > received) throw new Refused('import-part', 'a part is missing');
  if (at < received) return { received };
  await ctx.db.importPart.create({
    data: { fileId: id, place: at / importPartBytes, bytes: new Uint8Array(part) },
    select: { place: true },
  });
  await ctx.db.importFile.update({ where: { id }, data: { received: at + part.length }, select: { id: true } });
  return { received: at + part.length };
}

// Those who send parts for one member take turns at this row.
async function ownUpload({ db, now }: Ctx, memberId: string): Promise<string> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "ImportUpload" ("id", "memberId", "at") VALUES (${uuid7(now)}::uuid, ${memberId}::uuid, ${now}::timestamptz)
    ON CONFLICT ("memberId") DO UPDATE SET "at" = EXCLUDED."at" RETURNING "id"`;
  return row!.id;
}

async function beginFile({ db, now }: Ctx, uploadId: string, { file: id, name, bytes, kind }: Part): Promise<void> {
  if (kind === null) throw new Refused('import-file-unknown', 'no export that is known', { values: { name } });
  await partFromRuns({ db }, uploadId);
  await db.importFile.deleteMany({ where: { uploadId, OR: [{ id }, { name }] } });
  const { _count: files, _sum: sum } = await db.importFile.aggregate({
    where: { uploadId },
    _count: true,
    _sum: { bytes: true },
  });
  if (files >= mostImportFiles)
    throw new Refused('import-files-many', 'too many files', { values: { most: mostImportFiles } });
  if ((sum.bytes ?? 0) + bytes > mostImportBytes)
    throw new Refused('import-files-large', 'too many bytes', { values: { most: mostImportBytes / 1_048_576 } });
  const { count } = await db.importFile.createMany({
    data: [{ id, uploadId, name, kind, bytes, at: now }],
    skipDuplicates: true,
  });
  // Another member's file has this id.
  if (count === 0) throw notFound('file');
}
