import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type pg from 'pg';

import { addFiles } from './backup-files';
import { rowsOf } from './copy-table';
import { CopyRefused } from './copy-refused';
import type { Manifest, StoredTable } from './manifest';
import { inWords } from './in-words';
import { pieceBytes, pieceName } from './read-archive';
import { RowTally } from './row-tally';
import { inSnapshot, withSession } from './session';
import { listSequences, listTables, readVersion, type Table } from './tables';
import { verifyBackup } from './verify-backup';
import { privateFolder, writeArchive, type Archive } from './write-archive';

const zip = promisify(gzip);

export type Making = {
  url: string;
  /** Where backups lie, and where uploaded files do, unless those are in a bucket. */
  folder: string;
  files: string | null;
  now: Date;
  program: string;
  /** A mark of the secret under which it is made. */
  secret?: string;
  /** What it is encrypted with; it is not where there is none. */
  key?: string;
  /** Whether somebody asked for it, which its name says; else it is that of a night. */
  asked?: boolean;
  /** How many steps of how many are done; throwing here breaks it off. */
  onStep?: (done: number, of: number) => Promise<void> | void;
};

export type Made = { file: string; bytes: number; sha256: string; manifest: Manifest };

/** The name of a backup that was begun at a moment; names sort by time. */
export const backupName = (at: Date, asked = false, encrypted = false): string =>
  `millet-${at.toISOString().replaceAll(/[-:.]/g, '')}${asked ? '-asked' : ''}.tar${encrypted ? '.age' : ''}`;

/**
 * Makes a backup of the database as it is at one moment, and of uploaded files, as one file that is whole or not there, and reads it
 * again before it counts. Refuses in words while another is being made of the same database, a folder that others may enter, and what a
 * disk or a server answers.
 */
export async function makeBackup(making: Making): Promise<Made> {
  return make(making).catch((error: unknown) => {
    throw inWords(error, making.folder);
  });
}

async function make(making: Making): Promise<Made> {
  const { url, folder, now, asked, key } = making;
  await privateFolder(folder);
  return withSession(url, async (client) => {
    await takePlace(client);
    const name = backupName(now, asked, key !== undefined);
    const archive = await writeArchive(folder, name, key);
    const made = await inSnapshot(client, () => write(archive, client, making)).catch(async (error: unknown) => {
      await archive.drop();
      throw error;
    });
    const file = path.join(folder, name);
    const manifest = await verifyBackup(file, key).catch(async (error: unknown) => {
      await rm(file, { force: true });
      throw error;
    });
    return { file: name, ...made, manifest };
  });
}

/** Whether a backup of the database is being made at this moment, by whichever process. */
export const backupLock = 'millet.backup';

// The place is free again when the connection ends, however that comes.
async function takePlace(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
    [backupLock],
  );
  if (!rows[0]?.taken) throw new CopyRefused('busy', 'A backup of this database is being made already.');
}

async function write(archive: Archive, client: pg.Client, making: Making) {
  const version = await readVersion(client);
  const tables: StoredTable[] = [];
  const all = await listTables(client);
  for (const table of all) {
    tables.push(await addTable(archive, client, table));
    await making.onStep?.(tables.length, all.length + 2);
  }
  const files = await addFiles(archive, client, making.files);
  await making.onStep?.(all.length + 1, all.length + 2);
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  return archive.finish({
    format: 1,
    madeAt: making.now.toISOString(),
    program: making.program,
    secret: making.secret,
    postgres: rows[0]!.server_version,
    migrations: version?.migrations ?? [],
    jobQueue: version?.jobQueue ?? 0,
    tables,
    sequences: await listSequences(client),
    files,
  });
}

async function addTable(archive: Archive, client: pg.Client, table: Table): Promise<StoredTable> {
  const tally = new RowTally();
  let [waiting, held, parts]: [Buffer[], number, number] = [[], 0, 0];
  const flush = async () => {
    if (held === 0) return;
    await archive.add(pieceName(table, parts), await zip(Buffer.concat(waiting)));
    [waiting, held, parts] = [[], 0, parts + 1];
  };
  for await (const chunk of rowsOf(client, table) as AsyncIterable<Buffer>) {
    tally.add(chunk);
    for (let from = 0; from < chunk.length;) {
      const piece = chunk.subarray(from, from + pieceBytes - held);
      waiting.push(piece);
      held += piece.length;
      from += piece.length;
      if (held === pieceBytes) await flush();
    }
  }
  await flush();
  return { ...table, ...tally.tally, parts };
}
