/** The production server on a fresh, seeded demo database of its own, for tests in a browser. */
import { rmSync } from 'node:fs';

import { buildIfStale } from './build';
import { prepareEmbedded } from './embedded';
import { withLock } from './lock';
import { generateCode } from './generate';
import { ended } from './run-node';
import { say, Trouble } from './say';
import { freePort, startServer, untilHealthy } from './serve';

const dataDir = '.data/e2e';

/** `before` is what must have ended when the work begins; `quick` gives up durability, which no test asks for. */
type Options = { before?: Promise<unknown>; quick?: boolean };

/** Prepares database and build, then serves them for the work. */
export async function withDemoServer<T>(
  keep: boolean,
  work: (address: string) => Promise<T>,
  { before, quick = false }: Options = {},
): Promise<T> {
  return withLock(
    '.data/e2e.lock',
    async () => {
      await generateCode('.data');
      Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
      const prepared = await prepareEmbedded(dataDir, { seed: true, fresh: !keep, quick });
      try {
        await buildIfStale();
        await before;
        // A port that was free before all that may be another's by now.
        const port = await freePort();
        process.env.PORT = String(port);
        return await serveWhile(port, work);
      } finally {
        await prepared.release({ remove: !keep });
        if (!keep) rmSync(dataDir, { recursive: true, force: true });
      }
    },
    1_800_000,
  );
}

async function serveWhile<T>(port: number, work: (address: string) => Promise<T>): Promise<T> {
  const address = `http://127.0.0.1:${port}`;
  const server = startServer({ PUBLIC_URL: address });
  try {
    if (!(await untilHealthy(address, server))) throw new Trouble('The server did not come up; see above');
    say(`Testing ${address}`);
    return await work(address);
  } finally {
    // The database goes next, and the server may still be writing.
    server.kill('SIGTERM');
    await ended(server);
  }
}
