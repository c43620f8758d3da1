/**
 * `npm run dev`: the server of `npm start` before a Next in its development mode, which has a process of its own: it follows
 * edits by itself, and stays when the server starts again because one of its sources was edited.
 */
import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { mkdtempSync, rmSync, watch } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { sayFirstSteps } from './lib/first-steps';
import { makeLists } from './lib/make-lists';
import { prepare, requireSettings } from './lib/prepare';
import { pause } from './lib/processes';
import { ended, start, startSharing, stopAll, stopOne } from './lib/run-node';
import { say } from './lib/say';
import { port, requireFreePort } from './lib/serve';
import { newestChange, sourceFiles } from './lib/source-files';
import { listenForStop, type StopSignal } from './lib/stop-signal';

const lookMs = 500;
const programs = ['server.ts', 'lib/server/worker-thread.ts'];

export async function main(): Promise<number> {
  Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' });
  const stop = listenForStop();
  requireSettings();
  await requireFreePort(port());
  const prepared = await prepare({ seed: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'millet-dev-'));
  try {
    if (stop.received) return 130;
    process.env.PAGES_SOCKET = path.join(folder, 'pages');
    // A server in development is waited for by one person.
    process.env.STOP_SECONDS ??= '5';
    const pages = start({ script: 'lib/server/dev-pages.ts' });
    await untilListening(process.env.PAGES_SOCKET, pages);
    say(`\n  Millet in development is at http://localhost:${port()}; Ctrl-C stops everything.\n`);
    if (!prepared.embedded) await sayFirstSteps();
    followWords();
    const status = await Promise.race([ended(pages), keepServer(stop).then(() => 0)]);
    await stopAll();
    return stop.received ? 0 : status || 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await prepared.release();
  }
}

// What staff pages say is parsed into modules, which Next then follows as it follows other sources.
function followWords(): void {
  watch('messages', { recursive: true, persistent: false }, () => {
    try {
      makeLists();
    } catch (error) {
      say(`The sentences could not be read; they are tried again after the next edit. ${String(error)}`);
    }
  });
}

async function untilListening(socketPath: string, pages: ChildProcess): Promise<void> {
  while (pages.exitCode === null && pages.signalCode === null && !(await listens(socketPath))) await pause(50);
}

function listens(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socketPath, () => resolve(true)).on('error', () => resolve(false));
    probe.on('connect', () => probe.destroy());
  });
}

/**
 * Runs the server, and another in its place whenever one of its sources is edited: both listen on the port until the new one
 * answers, so that no page is lost. One that does not come up leaves the one before where it is.
 */
async function keepServer(stop: StopSignal): Promise<void> {
  let files = sourceFiles(programs) ?? [];
  let serving: ChildProcess | undefined;
  while (!stop.received) {
    const seen = newestChange(files);
    const next = startSharing('server.ts');
    if (await comesUp(next)) {
      if (serving) void stopOne(serving);
      serving = next;
    } else if (!stop.received) say('The server did not come up; see above. It is tried again after the next edit.');
    while (!stop.received && newestChange(files) === seen) await pause(lookMs);
    if (stop.received) return;
    say('A source of the server has changed: a new one takes its place.');
    files = sourceFiles(programs) ?? files;
  }
}

/** Whether a server begins to listen before it ends. */
function comesUp(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const hear = ({ process: listening }: { process: ChildProcess }) => listening === server && end(true);
    const end = (up: boolean) => {
      cluster.off('listening', hear);
      resolve(up);
    };
    cluster.on('listening', hear);
    server.once('exit', () => end(false));
  });
}
