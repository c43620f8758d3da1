import { isMember, type SignedIn } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found, Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { enqueue } from '@/lib/core/jobs';
import type { Prisma } from '@/lib/core/prisma-client/client';

import { runImportJob } from '../jobs';
import { canFollow, canImport } from '../policy';
import type { RunInput } from '../run-input';
import type { RehearseForum, RehearseShop } from '../schema';
import { lockUpload } from './drop-import-file';

/** Has the files that the member has sent rehearsed, by a process of its own. Refuses without files, before they are whole, and while another run is open. */
export async function rehearseShop(ctx: Ctx, input: RehearseShop): Promise<{ id: string }> {
  const actor = asking(ctx);
  const upload = await ctx.db.importUpload.findUnique({ where: { memberId: actor.id }, select: { id: true } });
  if (upload) await lockUpload(ctx, upload.id);
  const files = upload
    ? await ctx.db.importFile.findMany({ where: { uploadId: upload.id }, select: { bytes: true, received: true } })
    : [];
  if (!upload || files.length === 0) throw new Refused('import-no-files', 'no files');
  if (files.some(({ bytes, received }) => received < bytes)) throw new Refused('import-files-unfinished', 'unfinished');
  return open(ctx, actor, { source: 'SHOPIFY', rehearsal: true, uploadId: upload.id, input });
}

/** Has a forum read and its import rehearsed, by a process of its own. Refuses while another run is open. */
export async function rehearseForum(ctx: Ctx, input: RehearseForum): Promise<{ id: string }> {
  return open(ctx, asking(ctx), { source: 'DISCOURSE', rehearsal: true, uploadId: null, input });
}

/** Imports what was rehearsed. Refuses what was not, or has no files any more, and while another run is open. */
export async function importRehearsed(ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  const actor = asking(ctx);
  const { uploadId: before } = await readRun(ctx, id);
  if (before) await lockUpload(ctx, before);
  // Read again: its files may have changed until they were held.
  const run = await readRun(ctx, id);
  if (!canFollow(run)) throw new Refused('import-over', 'nothing is left to import');
  const { source, uploadId } = run;
  return open(ctx, actor, { source, uploadId, rehearsal: false, rehearsedId: id, input: run.input as RunInput });
}

async function readRun({ db }: Ctx, id: string) {
  const select = { source: true, origin: true, rehearsal: true, state: true, uploadId: true, input: true } as const;
  return found(await db.importRun.findUnique({ where: { id }, select }), 'run');
}

function asking({ actor }: Ctx): SignedIn {
  allow(canImport(actor));
  if (!isMember(actor)) throw forbidden();
  return actor;
}

type Asked = {
  source: 'SHOPIFY' | 'DISCOURSE';
  rehearsal: boolean;
  uploadId: string | null;
  rehearsedId?: string;
  input: RunInput;
};

async function open(ctx: Ctx, actor: SignedIn, asked: Asked): Promise<{ id: string }> {
  const id = uuid7(ctx.now);
  const { count } = await ctx.db.importRun.createMany({
    data: [
      {
        ...asked,
        ...{ id, origin: 'STAFF', askedById: actor.id, version: actor.session?.version, askedAt: ctx.now },
        aliveAt: ctx.now,
        input: asked.input as Prisma.InputJsonObject,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw new Refused('import-running', 'another import is open');
  const act = asked.rehearsal ? 'imports.rehearse' : 'imports.import';
  await audit(ctx, { act, subject: ['importRun', id], detail: { source: asked.source.toLowerCase() } });
  await enqueue(ctx.db, runImportJob, { id }, { key: `import:${id}` });
  return { id };
}
