/** Runs a program and waits for it; TypeScript ones in a process of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { Trouble } from './say';

type Variables = Record<string, string | undefined>;

export const loaderFlags = ['--import', pathToFileURL(path.resolve('scripts/lib/loader.mjs')).href];

export async function runNode(script: string, words: string[], variables: Variables = {}): Promise<void> {
  const status = await ended(spawn(process.execPath, [...loaderFlags, script, ...words], {
    stdio: 'inherit', env: { ...process.env, ...variables },
  }));
  if (status !== 0) throw new Trouble(`${script} failed (${status})`);
}

export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}
