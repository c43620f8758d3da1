import { spawn, type ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

/** One of the project's TypeScript programs as a process of its own, on this test's database. */
export function runScript(script: string, words: string[]): { child: ChildProcess; ended: Promise<{ status: number | null; output: string }> } {
  const loader = pathToFileURL(path.resolve('scripts/lib/loader.mjs')).href;
  const child = spawn(process.execPath, ['--import', loader, script, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'test' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const ended = new Promise<{ status: number | null; output: string }>((resolve) => child.once('close', (status) => resolve({ status, output })));
  return { child, ended };
}
