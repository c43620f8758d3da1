/** The programs that a script starts: run to their end, or kept beside it; none outlives it. */
import { spawn, type ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { settings } from '../../lib/core/settings';
import { stopLimits } from '../../lib/core/stop-limits';
import { bundle } from './bundle';
import { Trouble } from './say';

export type Variables = Record<string, string | undefined>;
export type Program = {
  script: string;
  words?: string[];
  variables?: Variables;
  flags?: string[];
  quiet?: boolean;
  /** What it reads from its input, if anything. */
  input?: string;
  /** Where it runs, if not here. */
  folder?: string;
  limit?: number;
};

const running = new Set<ChildProcess>();
const flag = (file: string): string[] => ['--import', pathToFileURL(path.resolve('scripts/lib', file)).href];

/** Starts a Node program: ours in TypeScript, or a package's own. */
export function start({
  script,
  words = [],
  variables = {},
  flags = [],
  quiet = false,
  input,
  folder,
}: Program): ChildProcess {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [...flags, ...flag('follow.mjs'), ...programOfOurs(script), ...words], {
    stdio: [input === undefined ? 'ignore' : 'pipe', output, output],
    cwd: folder,
    env: { ...process.env, ...variables },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  // Who ends without reading it says why by its own words.
  child.stdin?.once('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

/** Starts the server so that it shares its port with the ones that were started like this before it and have not ended. */
export function startSharing(script: string): ChildProcess {
  cluster.setupPrimary({
    exec: path.resolve(script),
    execArgv: [...flag('follow.mjs'), ...flag('loader.mjs')],
    args: [],
  });
  const child = cluster.fork().process;
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

// These start threads and processes that begin with a file of their own.
const whole = ['server.ts', 'lib/server/dev-pages.ts'];

function programOfOurs(script: string): string[] {
  if (whole.includes(script)) return [...flag('loader.mjs'), script];
  return script.endsWith('.ts') ? ['--enable-source-maps', bundle(script)] : [script];
}

export async function runNode(program: Program): Promise<void> {
  const { status, output } = await runToEnd(program);
  if (status !== 0) throw new Trouble(`${output}${program.script} failed (${status})`);
}

export async function runToEnd(program: Program): Promise<{ status: number; output: string }> {
  const child = start(program);
  const timer = setTimeout(() => child.kill('SIGKILL'), program.limit ?? 1_800_000);
  const outcome = await outcomeOf(child);
  clearTimeout(timer);
  return outcome;
}

/** With which status a started program ended, and all that it said where it was started quietly. */
export async function outcomeOf(child: ChildProcess): Promise<{ status: number; output: string }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += String(chunk);
    });
  const status = await ended(child);
  return { status, output };
}

/** Runs one of our programs to its end and answers the JSON object that its last such line holds. */
export async function runForJson<T>(script: string, words: string[] = []): Promise<T> {
  const { output } = await runToEnd({ script, words, quiet: true });
  const line = output.split('\n').findLast((each) => each.startsWith('{'));
  if (!line) throw new Trouble(`${script} did not end well:\n${output}`);
  return JSON.parse(line) as T;
}

export function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  });
}

/** Asks every started program to end, and kills those that have not when a server would have ended itself. */
export async function stopAll(patience = patienceMs()): Promise<void> {
  await Promise.all([...running].map((child) => stopOne(child, patience)));
}

/** Asks a program to end, and kills it when it has not in time. */
export async function stopOne(child: ChildProcess, patience = patienceMs()): Promise<void> {
  if (!running.has(child)) return;
  child.kill('SIGTERM');
  // A timer that nobody waits for any more would keep this process for as long.
  const insist = setTimeout(() => child.kill('SIGKILL'), patience);
  await ended(child);
  clearTimeout(insist);
}

const patienceMs = (): number =>
  stopLimits(settings.shape.STOP_SECONDS.parse(process.env.STOP_SECONDS?.trim() || undefined)).killMs;

/** The program file of an installed package, as its package.json names it. */
export function programOf(packageName: string, file: string): string {
  const require = createRequire(import.meta.url);
  return path.join(path.dirname(require.resolve(`${packageName}/package.json`)), file);
}
