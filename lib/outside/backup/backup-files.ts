import { hash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import type pg from 'pg';

import type { Manifest } from './manifest';
import { pieceBytes } from './read-archive';
import { RowTally } from './row-tally';
import type { Archive } from './write-archive';

type Files = Manifest['files'];
const key = /^[0-9a-f]{64}\.webp$/;
const shard = /^[0-9a-f]{2}$/;

/** Whether bytes are those that their name says: uploaded files are named by their SHA-256. */
export const isNamedByContent = (name: string, bytes: Buffer): boolean =>
  key.test(name) && name.startsWith(hash('sha256', bytes, 'hex'));

/** Counts files by name and length. */
export class FileTally {
  private readonly names = new RowTally();
  private total = 0;

  add(name: string, bytes: number): void {
    this.total += bytes;
    this.names.add(Buffer.from(`${name} ${bytes}\n`));
  }

  get tally() {
    const { rows, digest } = this.names.tally;
    return { rows, digest, bytes: this.total };
  }
}

/** Puts uploaded files into a backup: their bytes where they lie in a folder, and their names alone where they lie in a bucket. */
export async function addFiles(archive: Archive, client: pg.Client, folder: string | null): Promise<Files> {
  return folder ? addFolder(archive, client, folder) : addNames(archive, client);
}

// A picture lies in the folder before any row names it: what the snapshot names is there, unless it was lost.
async function addFolder(archive: Archive, client: pg.Client, folder: string): Promise<Files> {
  const tally = new FileTally();
  for (const part of (await namesIn(folder)).filter((name) => shard.test(name)))
    for (const name of (await namesIn(path.join(folder, part))).filter((each) => key.test(each))) {
      const bytes = await readFile(path.join(folder, part, name)).catch(() => null);
      if (!bytes || !isNamedByContent(name, bytes)) continue;
      await archive.add(`files/${name}`, bytes);
      tally.add(name, bytes.length);
    }
  let missing = 0;
  for await (const { name } of filesOf(client))
    if (!(await stat(path.join(folder, name.slice(0, 2), name)).catch(() => null))) missing += 1;
  return { where: 'inside', ...tally.tally, missing };
}

async function addNames(archive: Archive, client: pg.Client): Promise<Files> {
  const tally = new FileTally();
  let [lines, at] = ['', 0];
  const flush = async () => {
    if (lines) await archive.add(`names/${String((at += 1)).padStart(6, '0')}.txt`, Buffer.from(lines));
    lines = '';
  };
  for await (const { name, bytes } of filesOf(client)) {
    tally.add(name, bytes);
    lines += `${name} ${bytes}\n`;
    if (lines.length > pieceBytes / 2) await flush();
  }
  await flush();
  return { where: 'bucket', ...tally.tally, missing: 0 };
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).toSorted();
}

/** The files that rows name, in the order of their names. */
async function* filesOf(client: pg.Client): AsyncGenerator<{ name: string; bytes: number }> {
  const { rows: there } = await client.query<{ yes: boolean }>(
    `SELECT to_regclass('public."File"') IS NOT NULL AS yes`,
  );
  let last = there[0]?.yes ? '' : null;
  while (last !== null) {
    const { rows }: { rows: { sha256: string; bytes: number }[] } = await client.query(
      'SELECT sha256, bytes FROM public."File" WHERE sha256 > $1 ORDER BY sha256 LIMIT 5000',
      [last],
    );
    for (const { sha256, bytes } of rows) yield { name: `${sha256}.webp`, bytes };
    last = rows.at(-1)?.sha256 ?? null;
  }
}
