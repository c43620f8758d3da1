import type { Db } from './db';

/** A picture as it stands in storage, named by its content. */
export type StoredFile = { sha256: string; mime: string; bytes: Buffer; width: number; height: number };

/** Notes a file that storage holds, once, with who brought it. */
export async function recordFile(
  { db, now }: { db: Pick<Db, 'file'>; now: Date },
  { sha256, mime, bytes, width, height }: StoredFile,
  uploaderId?: string,
): Promise<void> {
  await db.file.createMany({
    data: [{ sha256, mime, bytes: bytes.length, width, height, uploaderId, createdAt: now }],
    skipDuplicates: true,
  });
}
