/**
 * The embedded PostgreSQL of one data folder: started when no process runs it, else shared with those that use it,
 * stopped by the last one to leave. A server that a killed process left behind is found again and used.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import pg from 'pg';

import { withLock } from './lock';
import { createCluster } from './postgres-create';
import { bareEnvironment, binaries, clusterFolder, serverAccount, type Account } from './postgres-place';
import { commandLine, identity, isAlive, isSameProcess, pause, waitUntilGone } from './processes';
import { say, Trouble } from './say';

export type Postgres = {
  port: number;
  folder: string;
  url(database: string): string;
  release(options?: { remove?: boolean }): Promise<void>;
};

/** `quick` gives up durability: for tests only. */
type Options = { quick?: boolean };
type State = { id: string; password: string; port?: number; folder?: string; users: string[] };

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '8MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  cluster_name: 'millet',
};
const durable = { fsync: 'on', synchronous_commit: 'on' };
const quick = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

export async function startPostgres(dataDir: string, options: Options = {}): Promise<Postgres> {
  const home = path.resolve(dataDir);
  return withLock(path.join(home, 'postgres.lock'), async () => {
    const state = readState(home);
    const account = serverAccount();
    const folder = standing(state) ?? (await createIn(home, state, account, options));
    state.port = (await findRunning(folder, state)) ?? (await launch(home, folder, state, account, options));
    state.users = [...state.users.filter(isSameProcess), identity(process.pid)];
    writeState(home, state);
    return {
      port: state.port,
      folder,
      url: (database) => url(state, database),
      release: (options) => release(home, options?.remove ?? false),
    };
  });
}

// A folder that was removed by half holds nobody's data any more: PostgreSQL itself would not start on it.
function standing({ folder }: State): string | undefined {
  if (!folder || existsSync(path.join(folder, 'PG_VERSION'))) return folder;
  say(`The database in ${folder} is gone; making a new one.`);
  return undefined;
}

async function createIn(home: string, state: State, account: Account | undefined, options: Options): Promise<string> {
  const folder = clusterFolder(home, state.id, account);
  if (!folder.startsWith(home)) say(`This folder is private, so PostgreSQL keeps its data in ${folder}.`);
  writeState(home, state);
  await createCluster({ folder, account, password: state.password, initdb: binaries(account).initdb, ...options });
  state.folder = folder;
  writeState(home, state);
  return folder;
}

/** The port of a server that already runs on this very folder. */
async function findRunning(folder: string, state: State): Promise<number | undefined> {
  const file = path.join(folder, 'postmaster.pid');
  const [pid, , , port] = readLines(file);
  if (!pid || !isAlive(Number(pid))) return undefined;
  if (!commandLine(Number(pid)).includes(folder)) {
    // The number now means another program, which would keep PostgreSQL from starting.
    rmSync(file, { force: true });
    return undefined;
  }
  const ready = port ? await answers({ ...state, port: Number(port) }, folder, () => isAlive(Number(pid))) : false;
  if (ready) return Number(port);
  await stopServer(Number(pid));
  return undefined;
}

async function launch(
  home: string,
  folder: string,
  state: State,
  account: Account | undefined,
  options: Options,
): Promise<number> {
  const { postgres } = binaries(account);
  const log = path.join(home, 'postgres.log');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort(attempt === 0 ? state.port : undefined);
    const server = spawnServer(postgres, folder, port, log, account, options);
    if (await answers({ ...state, port }, folder, () => server.exitCode === null && server.signalCode === null))
      return port;
    server.kill('SIGQUIT');
    const said = readFileSync(log, 'utf8');
    // A server that was killed a moment ago still has its number until its parent has noticed.
    if (/already exists/.test(said)) await pause(300);
    else if (!/in use/.test(said)) break;
  }
  throw new Trouble(`PostgreSQL did not start:\n${tail(log)}`);
}

// In a session of its own, so that Ctrl-C reaches us and not the server: the app closes first.
function spawnServer(
  postgres: string,
  folder: string,
  port: number,
  log: string,
  account: Account | undefined,
  options: Options,
) {
  const settings = { ...common, ...(options.quick ? quick : durable) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'w', 0o600);
  const server = spawn(postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: bareEnvironment(),
  });
  server.on('error', () => undefined);
  server.unref();
  closeSync(output);
  return server;
}

/** True once a server answers on that port to our password and says that it serves our folder. */
async function answers(state: State, folder: string, worthWaiting: () => boolean): Promise<boolean> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const served = await servedFolder(state).catch(() => undefined);
    if (served !== undefined) return served === folder;
    if (!worthWaiting()) return false;
    await pause(40);
  }
  return false;
}

async function servedFolder(state: State): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url(state, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function release(home: string, remove: boolean): Promise<void> {
  await withLock(path.join(home, 'postgres.lock'), async () => {
    const state = readState(home);
    state.users = state.users.filter((user) => isSameProcess(user) && user !== identity(process.pid));
    writeState(home, state);
    const pid = Number(readLines(path.join(state.folder ?? '', 'postmaster.pid'))[0]);
    const ours = pid > 0 && isAlive(pid) && commandLine(pid).includes(state.folder ?? '?');
    if (state.users.length > 0) return;
    if (ours) await stopServer(pid);
    if (remove) removeCluster(home, state);
  });
}

function removeCluster(home: string, state: State): void {
  if (state.folder) rmSync(state.folder, { recursive: true, force: true });
  rmSync(stateFile(home), { force: true });
}

async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntilGone(pid, patience)) return;
  }
  throw new Trouble(`PostgreSQL (process ${pid}) does not stop`);
}

async function freePort(preferred: number | undefined): Promise<number> {
  return (preferred ? await tryPort(preferred) : undefined) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function url(state: State, database: string): string {
  return `postgresql://millet:${state.password}@127.0.0.1:${state.port}/${database}`;
}

function readState(home: string): State {
  const file = stateFile(home);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as State;
  if (existsSync(path.join(home, 'postgres', 'PG_VERSION'))) {
    throw new Trouble(
      `${home} holds a database, but ${file} with its password is gone. Restore it, or move the folder away.`,
    );
  }
  return { id: randomBytes(8).toString('hex'), password: randomBytes(24).toString('hex'), users: [] };
}

function writeState(home: string, state: State): void {
  writeFileSync(stateFile(home), `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}

function stateFile(home: string): string {
  return path.join(home, 'postgres.json');
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
}
