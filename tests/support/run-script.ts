import type { ChildProcess } from 'node:child_process';

import { start } from '@/scripts/lib/run-node';

/** One of the project's TypeScript programs as a process of its own, on this test's database. */
export function runScript(script: string, words: string[]): { child: ChildProcess; ended: Promise<{ status: number | null; output: string }> } {
  const child = start({ script, words, quiet: true, variables: { NODE_ENV: 'test' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const ended = new Promise<{ status: number | null; output: string }>((resolve) => child.once('close', (status) => resolve({ status, output })));
  return { child, ended };
}
