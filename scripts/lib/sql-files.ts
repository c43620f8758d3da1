/**
 * The current text of the SQL functions, triggers and views: prisma/functions and prisma/views, with a folder for each domain.
 * Migrations copy these texts; what a database must hold is read from here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type pg from 'pg';

import { Trouble } from './say';
import { readCatalog, type SqlObject } from './sql-catalog';

export type SqlFile = { path: string; kind: 'functions' | 'views'; domain: string; name: string; text: string };
export type Made = { file: SqlFile; keys: string[] };

/** All files of both folders, by path. */
export function readSqlFiles(root = 'prisma'): SqlFile[] {
  return (['functions', 'views'] as const).flatMap((kind) => {
    const folder = path.join(root, kind);
    return foldersIn(folder).flatMap((domain) =>
      filesIn(path.join(folder, domain)).map((file) => read(kind, domain, file)),
    );
  });
}

function read(kind: SqlFile['kind'], domain: string, file: string): SqlFile {
  return { path: file, kind, domain, name: path.basename(file, '.sql'), text: readFileSync(file, 'utf8').trim() };
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.toSorted().map((name) => path.join(folder, name));
}

/**
 * Runs every file inside the client's transaction, in an order that works: a file that needs another one fails at first and is
 * run again after it. Tells which objects each file made, in the order that worked.
 */
export async function runSqlFiles(client: pg.Client, files: SqlFile[]): Promise<Made[]> {
  const made: Made[] = [];
  let known = await readCatalog(client);
  let waiting = files;
  while (waiting.length > 0) {
    const failed: { file: SqlFile; reason: string }[] = [];
    for (const file of waiting) {
      const reason = await attempt(client, file.text);
      if (reason !== undefined) {
        failed.push({ file, reason });
        continue;
      }
      const now = await readCatalog(client);
      made.push({ file, keys: newIn(file, known, now) });
      known = now;
    }
    if (failed.length === waiting.length)
      throw new Trouble(failed.map(({ file, reason }) => `${file.path}: ${reason}`).join('\n'));
    waiting = failed.map(({ file }) => file);
  }
  return made;
}

async function attempt(client: pg.Client, text: string): Promise<string | undefined> {
  await client.query('SAVEPOINT file');
  try {
    await client.query(text);
    await client.query('RELEASE SAVEPOINT file');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT file');
    return (error as Error).message;
  }
}

function newIn(file: SqlFile, before: Map<string, SqlObject>, now: Map<string, SqlObject>): string[] {
  for (const [key, { definition }] of before)
    if (now.get(key)?.definition !== definition)
      throw new Trouble(`${file.path} changes the ${key}, which another file makes`);
  const keys = [...now.keys()].filter((key) => !before.has(key));
  if (keys.length === 0) throw new Trouble(`${file.path} makes nothing that no other file makes`);
  return keys;
}
