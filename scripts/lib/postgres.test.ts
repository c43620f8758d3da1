import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { ask } from './ask';
import { startPostgres, type Postgres } from './postgres';
import { isAlive } from './processes';

let home: string;
const running: Postgres[] = [];

beforeAll(() => {
  home = newHome();
});

afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.release();
});

afterAll(async () => {
  await (await startPostgres(home, { quick: true })).release({ remove: true });
  rmSync(home, { recursive: true, force: true });
});

function newHome(): string {
  const folder = mkdtempSync(path.resolve('.data/test/postgres-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function open(): Promise<Postgres> {
  const postgres = await startPostgres(home, { quick: true });
  running.push(postgres);
  return postgres;
}

const answer = async (postgres: Postgres) => (await ask(postgres.url('postgres'), 'SELECT 42 AS n'))[0]?.n;
const pidOf = ({ folder }: Postgres) =>
  Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  it('starts, keeps what it was told, and stops with its last user', async () => {
    const first = await open();
    const pid = pidOf(first);
    await ask(first.url('postgres'), 'CREATE TABLE kept AS SELECT 7 AS n');
    const second = await open();
    expect(second.port).toBe(first.port);
    await first.release();
    await first.release();
    expect(isAlive(pid)).toBe(false);
    const again = await open();
    expect(again.port).toBe(first.port);
    expect(await ask(again.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('finds the server that a killed process left behind', async () => {
    const starter = spawn(
      process.execPath,
      [
        '--import',
        './scripts/lib/loader.mjs',
        '--input-type=module',
        '-e',
        `
      const { startPostgres } = await import('./scripts/lib/postgres.ts');
      await startPostgres(${JSON.stringify(home)}, { quick: true });
      console.log('up'); setInterval(() => undefined, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(starter.stdout, 'data');
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    const found = await open();
    expect(await answer(found)).toBe(42);
    const pid = pidOf(found);
    await found.release();
    expect(isAlive(pid)).toBe(false);
  });

  it('starts after the server itself was killed', async () => {
    const first = await open();
    const pid = pidOf(first);
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await answer(await open())).toBe(42);
  });

  it('makes a new cluster where the old one was removed by half', async () => {
    const other = newHome();
    const first = await startPostgres(other, { quick: true });
    await first.release();
    rmSync(path.join(first.folder, 'PG_VERSION'));
    const again = await startPostgres(other, { quick: true });
    expect(await ask(again.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.release({ remove: true });
    rmSync(other, { recursive: true, force: true });
  });

  it('is not misled by a pid file whose number now means another program', async () => {
    const first = await open();
    const file = path.join(first.folder, 'postmaster.pid');
    const stale = readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid));
    await first.release();
    writeFileSync(file, stale);
    expect(await answer(await open())).toBe(42);
    expect(isAlive(process.pid)).toBe(true);
  });

  it('takes another port when its own is held', async () => {
    const first = await open();
    await first.release();
    const holder = createServer().listen(first.port, '127.0.0.1');
    await once(holder, 'listening');
    const second = await open();
    expect(second.port).not.toBe(first.port);
    expect(await answer(second)).toBe(42);
    holder.close();
  });

  it('leaves a server of another folder alone that answers on its port', async () => {
    const first = await open();
    const other = newHome();
    writeFileSync(
      path.join(other, 'postgres.json'),
      JSON.stringify({ id: 'x', password: 'wrong', port: first.port, users: [] }),
    );
    const second = await startPostgres(other, { quick: true });
    expect(second.port).not.toBe(first.port);
    expect(await answer(first)).toBe(42);
    await second.release({ remove: true });
    rmSync(other, { recursive: true, force: true });
  });
});
