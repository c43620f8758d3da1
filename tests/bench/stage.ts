/** What a bench needs to stand: a fresh database with fsync on, the build, app processes, and buyers. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ask } from '@/scripts/lib/ask';
import { buildIfStale } from '@/scripts/lib/build';
import { prepareEmbedded } from '@/scripts/lib/embedded';
import { generateCode } from '@/scripts/lib/generate';
import { pause } from '@/scripts/lib/processes';
import { start, stopAll, type Variables } from '@/scripts/lib/run-node';
import { say, Trouble } from '@/scripts/lib/say';
import { freePort, serverFlags, startServer, untilHealthy } from '@/scripts/lib/serve';

const dataDir = '.data/bench';

export type Running = { port: number; process: ChildProcess };
export type Stage = { databaseUrl: string; apps: Running[]; ports: number[] };

/** Runs a bench's work on a stage of its own and takes the stage down afterwards. */
export async function onStage<T>(processes: number, work: (stage: Stage) => Promise<T>): Promise<T> {
  await generateCode('.data');
  Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const prepared = await prepareEmbedded(dataDir, { seed: false, fresh: true });
  const apps: Running[] = [];
  try {
    const [row] = await ask(
      prepared.databaseUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS durable`,
    );
    if (row?.fsync !== 'on' || row.durable !== 'on')
      throw new Trouble('The database does not write durably: this would measure nothing');
    await openBrand(prepared.databaseUrl);
    await buildIfStale();
    for (let at = 0; at < processes; at += 1) apps.push(await serve());
    return await work({ databaseUrl: prepared.databaseUrl, apps, ports: apps.map(({ port }) => port) });
  } finally {
    await stopAll();
    const { db, pool } = await import('@/lib/core/db');
    await Promise.allSettled([db.$disconnect(), pool.end()]);
    await prepared.release();
  }
}

/** Lets everybody in, as a brand does that has opened. */
export async function openBrand(databaseUrl: string): Promise<void> {
  await ask(databaseUrl, `INSERT INTO "BrandOpening" ("version", "open", "at") VALUES (1, true, now())`);
}

/** One more app process, with other variables than the rest where they are given. */
export async function serve(variables: Variables = {}): Promise<Running> {
  const port = await freePort();
  const app = startServer({
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
    ...variables,
  });
  if (!(await untilHealthy(`http://127.0.0.1:${port}`, app))) throw new Trouble('An app process did not come up');
  return { port, process: app };
}

/** So many bare servers, started as the app processes are. */
export async function startBare(count: number): Promise<Running[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const port = await freePort();
      return {
        port,
        process: start({
          script: 'tests/bench/bare-server.ts',
          flags: serverFlags,
          variables: { PORT: String(port), NODE_ENV: 'production' },
        }),
      };
    }),
  );
  for (const { port } of servers) await untilAnswers(port);
  return servers;
}

async function untilAnswers(port: number): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).catch(() => undefined);
    if (answer) return;
    await pause(50);
  }
  throw new Trouble('A bare server did not come up');
}

/** So many confirmed members; their ids lie in a file for the process that makes the load. */
export async function makeBuyers(count: number): Promise<string> {
  const { makeFans } = await import('@/tests/support/drop-factories');
  const ids: string[] = [];
  while (ids.length < count) ids.push(...(await makeFans(Math.min(10_000, count - ids.length))).map(({ id }) => id));
  const file = path.resolve(dataDir, 'buyers.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(ids));
  say(`${count.toLocaleString('en')} buyers stand ready.`);
  return file;
}

/** The numbers among a bench's words, such as `--units 500`; what is not among its options is refused. */
export function numbersIn<O extends Record<string, number>>(words: string[], options: O): O {
  const found: Record<string, number> = { ...options };
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at]!.replace(/^--/, '');
    const value = Number(words[at + 1]);
    if (!(name in options) || !Number.isInteger(value) || value < 1)
      throw new Trouble(
        `Options: ${Object.entries(options)
          .map(([key, each]) => `--${key} ${each}`)
          .join(' ')}`,
      );
    found[name] = value;
  }
  return found as O;
}
