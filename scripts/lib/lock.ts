/**
 * A lock between processes of one machine: a file that names its holder.
 * A lock whose holder died is taken over.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { makeFolder } from '../../lib/core/make-folder';
import { identity, isSameProcess, pause } from './processes';
import { Trouble } from './say';

let drafts = 0;

/** Works while no other process holds the lock; `waiting` is called once, with the number of the process that is waited for. */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  waitMs = 300_000,
  waiting?: (holder: string) => void,
): Promise<T> {
  await take(file, waitMs, waiting);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file: string, waitMs: number, waiting?: (holder: string) => void): Promise<void> {
  makeFolder(path.dirname(file));
  const end = Date.now() + waitMs;
  let told = false;
  while (!tryTake(file)) {
    clearDeadHolder(file);
    const held = holder(file);
    if (!told && held && isSameProcess(held)) {
      waiting?.(held.split('@')[0]!);
      told = true;
    }
    if (Date.now() > end) throw new Trouble(`${file} is held by process ${holder(file)}: it has not let go`);
    await pause(50);
  }
}

// Linked into place whole, so that nobody ever reads a lock without its holder's name.
function tryTake(file: string): boolean {
  const draft = aside(file);
  writeFileSync(draft, identity(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Two waiters may find the same dead holder. Only one rename wins; should it have caught
// the new holder's file instead of the dead one's, it is put back.
function clearDeadHolder(file: string): void {
  const found = holder(file);
  if (!found || isSameProcess(found)) return;
  const caught = aside(file);
  try {
    renameSync(file, caught);
    if (holder(caught) !== found) linkSync(caught, file);
  } catch {
    return;
  } finally {
    rmSync(caught, { force: true });
  }
}

function holder(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function aside(file: string): string {
  drafts += 1;
  return `${file}.${process.pid}.${drafts}`;
}
