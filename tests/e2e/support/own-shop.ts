/** A shop that somebody opens on a PostgreSQL of their own: an empty database, `npm start` on it, a mail server and a payment gateway beside it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';

import { env } from '@/lib/core/env';
import { ask } from '@/scripts/lib/ask';
import { freePort, untilHealthy } from '@/scripts/lib/serve';
import { startFakeStripe } from '@/tests/support/fake-stripe';
import { startSmtpServer, textOf } from '@/tests/support/smtp-server';

import { openIn } from './world';

export type OwnShop = {
  address: string;
  /** The plain words of the mails that were sent to an address, oldest first. */
  mailsTo(to: string): string[];
  /** What `npm run admin` says. */
  admin(...words: string[]): Promise<string>;
  /** Draws the opening of a drop's first wave nearer, to so many seconds from now. */
  openIn(slug: string, seconds: number): Promise<void>;
  close(): Promise<void>;
};

type Starting = { host?: '127.0.0.1' | 'localhost' };

/** Starts it as its owner would, by `npm start` with settings of its own. Browsers make passkeys for `localhost`, and for no number. */
export async function startOwnShop({ host = '127.0.0.1' }: Starting = {}): Promise<OwnShop> {
  const name = `own_${randomBytes(6).toString('hex')}`;
  await ask(env.DATABASE_URL, `CREATE DATABASE "${name}"`);
  const database = Object.assign(new URL(env.DATABASE_URL), { pathname: `/${name}` }).href;
  const port = await freePort();
  const address = `http://${host}:${port}`;
  const secret = 'whsec_own_shop';
  const [mail, stripe] = await Promise.all([
    startSmtpServer(),
    startFakeStripe({ webhook: `${address}/api/webhooks/stripe`, secret }),
  ]);
  const dataDir = `.data/${name}`;
  const variables: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    // Set by this process's own settings.
    NEXTAUTH_URL: undefined,
    DATA_DIR: dataDir,
    DATABASE_URL: database,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PORT: `${port}`,
    HOST: '127.0.0.1',
    PUBLIC_URL: address,
    SMTP_URL: mail.url,
    MAIL_FROM: 'Shop <shop@shop.test>',
    STRIPE_SECRET_KEY: 'sk_test_own',
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_URL: `http://127.0.0.1:${stripe.port}`,
  };
  const server = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], {
    env: variables,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const close = async () => {
    await stop(server);
    await Promise.all([mail.close(), stripe.close()]);
    await ask(env.DATABASE_URL, `DROP DATABASE "${name}" WITH (FORCE)`);
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!(await untilHealthy(address, server, 120_000))) {
    await close();
    throw new Error('The shop did not start; see above');
  }
  return {
    address,
    mailsTo: (to) => mail.mails.filter((each) => each.to.includes(to)).map(({ source }) => textOf(source)),
    admin: async (...words) =>
      (await promisify(execFile)('npm', ['run', '--silent', 'admin', '--', ...words], { env: variables })).stdout,
    openIn: (slug, seconds) => openIn(slug, seconds, database),
    close,
  };
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}
