import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { plainName } from '@/lib/members/published';

type Read = Pick<Reading, 'db'>;

const inList = {
  id: true,
  source: true,
  origin: true,
  rehearsal: true,
  state: true,
  input: true,
  uploadId: true,
  askedAt: true,
  startedAt: true,
  endedAt: true,
  stopAskedAt: true,
  phase: true,
  subject: true,
  done: true,
  total: true,
  failure: true,
  askedBy: { select: plainName },
} as const;

/** A run as staff see it in the list of all. */
export type RunShown = Awaited<ReturnType<typeof listImportRuns>>['runs'][number];

const page = 20;

/** The newest runs before a given one, by its id, which begins with its time. */
export async function listImportRuns({ db }: Read, { before }: { before?: string } = {}) {
  const rows = await db.importRun.findMany({
    where: before ? { id: { lt: before } } : {},
    orderBy: { id: 'desc' },
    take: page + 1,
    select: inList,
  });
  const runs = rows.slice(0, page);
  return { runs, next: rows.length > page ? runs.at(-1)!.id : null };
}

/** The run that is not over; null where there is none. */
export function getOpenRun({ db }: Read): Promise<RunShown | null> {
  return db.importRun.findFirst({ where: { endedAt: null }, select: inList });
}

/** A run with its report, and the import that followed it. */
export type RunWhole = NonNullable<Awaited<ReturnType<typeof getImportRun>>>;

/** One run; null where there is none. */
export async function getImportRun({ db }: Read, { id }: { id: string }) {
  if (!isUuid(id)) return null;
  return db.importRun.findUnique({
    where: { id },
    select: {
      ...inList,
      report: true,
      rehearsedId: true,
      imports: { orderBy: { id: 'desc' }, take: 1, select: { id: true, state: true } },
    },
  });
}

/** The files that a member has sent, in the order in which they came. */
export type UploadShown = NonNullable<Awaited<ReturnType<typeof getImportUpload>>>;

/** What a member has sent of an old shop; null where there is nothing. */
export function getImportUpload({ db }: Read, { memberId }: { memberId: string }) {
  return db.importUpload.findUnique({
    where: { memberId },
    select: {
      id: true,
      at: true,
      files: {
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, kind: true, bytes: true, received: true },
      },
    },
  });
}

/** The files that a run reads, in the order in which they came. */
export function listFilesOfUpload({ db }: Read, { uploadId }: { uploadId: string }) {
  return db.importFile.findMany({
    where: { uploadId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, bytes: true },
  });
}

/** The bytes of a file, part by part. Throws where a part is missing: its file was deleted meanwhile. */
export async function* readImportFile(
  { db }: Read,
  { id, bytes }: { id: string; bytes: number },
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for (let place = 0; read < bytes; place += 1) {
    const part = await db.importPart.findUnique({
      where: { fileId_place: { fileId: id, place } },
      select: { bytes: true },
    });
    if (!part) throw new ImportFilesGone();
    read += part.bytes.length;
    yield part.bytes;
  }
}

/** The files of a run were deleted while it read them. */
export class ImportFilesGone extends Error {}
