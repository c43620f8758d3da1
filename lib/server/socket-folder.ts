import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const named = /^millet-(\d+)-/;

/** Makes a private folder of this process for its socket, and removes those of processes that were killed. */
export function makeSocketFolder(): string {
  for (const name of readdirSync(os.tmpdir())) if (isLeft(name)) remove(path.join(os.tmpdir(), name));
  return mkdtempSync(path.join(os.tmpdir(), `millet-${process.pid}-`));
}

function isLeft(name: string): boolean {
  const pid = named.exec(name)?.[1];
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH';
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another account's: it removes its own.
  }
}
