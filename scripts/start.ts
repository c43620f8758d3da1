/** `npm start`: prepares everything, serves pages and jobs in one process, and stops the database after it. */
import { buildIfStale } from './lib/build';
import { prepare, requireSettings, type Prepared } from './lib/prepare';
import { sayFirstSteps } from './lib/first-steps';
import { ended } from './lib/run-node';
import { say, Trouble } from './lib/say';
import { port, requireFreePort, startServer, whyUnhealthy } from './lib/serve';
import { isOpenToOthers } from '../lib/core/loopback';
import { listenForStop, type StopSignal } from './lib/stop-signal';

const cast = ['fan', 'owner', 'new', 'mod', 'pm', 'ops', 'agent', 'admin'];

export async function main(): Promise<number> {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const stop = listenForStop();
  requireSettings();
  await requireFreePort(port());
  const prepared = await prepare({ seed: true });
  try {
    return await serve(prepared, stop);
  } catch (error) {
    if (stop.received) return 130;
    throw error;
  } finally {
    await prepared.release();
    if (prepared.embedded) say('The database has stopped.');
  }
}

async function serve(prepared: Prepared, stop: StopSignal): Promise<number> {
  if (!stop.received) await buildIfStale();
  if (stop.received) return 130;
  const server = startServer();
  const why = await whyUnhealthy(`http://127.0.0.1:${port()}`, server, {
    patience: 300_000,
    tell: (so) => stop.received || say(`Waiting for the server: ${so}.`),
  });
  if (why === null) await announce(prepared);
  else if (!stop.received) throw new Trouble(`The server did not come up: ${why}`);
  const status = await ended(server);
  return stop.received ? 0 : status || 1;
}

async function announce({ embedded }: Prepared): Promise<void> {
  say(`\n  Millet is at ${process.env.PUBLIC_URL ?? `http://localhost:${port()}`}`);
  if (!embedded) return sayFirstSteps();
  if (isOpenToOthers(process.env.HOST))
    say(
      `  HOST=${process.env.HOST} opens this demo to its network: whoever reaches it can read its mailbox and sign in as anybody.`,
    );
  say(`  Sign in as ${cast.map((name) => `${name}@demo.millet`).join(', ')}`);
  say('  with the password millet-demo. Ctrl-C stops everything.\n');
}
