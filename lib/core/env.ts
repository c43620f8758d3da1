import { readFileSync } from 'node:fs';
import path from 'node:path';

import { settingProblems, settings, withoutBlanks, type Settings } from './settings';

export type Env = Settings & {
  /** True while Millet runs on its own PostgreSQL: only then do demo cast and mailbox page exist. */
  embedded: boolean;
  DATABASE_URL: string;
  AUTH_SECRET: string;
  PUBLIC_URL: string;
  HOST: string;
  MAIL_FROM: string;
  PAYMENTS: 'stripe' | 'demo';
  /** Whether the address that members see was given; else it is this machine. */
  hasAddress: boolean;
  /** Whether mail reaches anybody: by a mail server, or in the demo by its mailbox page. */
  hasMail: boolean;
  /** Whether something can be paid here. */
  hasPayments: boolean;
  /** Whether the gateway that moves no money is there: its pages, and what it tells the shop. */
  hasDemoGateway: boolean;
  /** Whether a shop on its own database is paid by it, which every page then says. */
  triesPayments: boolean;
};

/** Reads and checks every setting; throws one message that names all that is wrong. */
export function readEnv(variables: Record<string, string | undefined> = process.env): Env {
  const embedded = !variables.DATABASE_URL?.trim();
  const problems = settingProblems(variables);
  if (problems.length > 0) throw new Error(`Millet cannot start with these settings:\n  ${problems.join('\n  ')}`);
  const made = embedded ? madeByPrepare(variables.DATA_DIR?.trim() || '.data') : {};
  return complete(settings.parse({ ...made, ...withoutBlanks(variables) }), embedded);
}

/** What `npm start`, `npm run dev` and the tests wrote for the embedded database: its address and secrets. */
function madeByPrepare(dataDir: string): Record<string, string> {
  const file = path.resolve(dataDir, 'env.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    throw new Error(`No database: run \`npm start\` or \`npm run dev\`, or set DATABASE_URL (${file} is not there)`);
  }
}

function complete(given: Settings, embedded: boolean): Env {
  const gateway = given.PAYMENTS ?? (embedded && !given.STRIPE_SECRET_KEY ? 'demo' : 'stripe');
  return {
    ...given,
    embedded,
    DATABASE_URL: need(given.DATABASE_URL, 'DATABASE_URL'),
    AUTH_SECRET: need(given.AUTH_SECRET, 'AUTH_SECRET'),
    PUBLIC_URL: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
    HOST: given.HOST ?? (embedded ? '127.0.0.1' : '0.0.0.0'),
    MAIL_FROM: given.MAIL_FROM ?? 'Millet <millet@localhost>',
    PAYMENTS: gateway,
    hasAddress: embedded || Boolean(given.PUBLIC_URL),
    hasMail: embedded || Boolean(given.SMTP_URL && given.MAIL_FROM),
    hasDemoGateway: embedded || gateway === 'demo',
    triesPayments: !embedded && gateway === 'demo',
    hasPayments: gateway === 'demo' || Boolean(given.STRIPE_SECRET_KEY && given.STRIPE_WEBHOOK_SECRET),
  };
}

function need(value: string | undefined, name: string): string {
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

export const env: Env = readEnv();

// next-auth reads its own address from this variable and nowhere else.
process.env.NEXTAUTH_URL ??= env.PUBLIC_URL;

/** The folder of the build that this process serves; undefined where pages are made as they are asked for. */
export const buildFolder: string | undefined = process.env.NEXT_DIST_DIR;
