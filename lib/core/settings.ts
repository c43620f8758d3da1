import { z } from 'zod';

import { isLoopback } from './loopback';

const text = z.string().trim().min(1);
const secret = text.min(32, 'must be at least 32 characters');
const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const count = (fallback: number, min = 1, max = 65_535) => z.coerce.number().int().min(min).max(max).default(fallback);
/** An address of this machine that stands in for somebody else's. */
const standIn = webAddress
  .refine((url) => isLoopback(new URL(url).hostname), 'must be an address of this machine')
  .optional();
const onOff = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback);

/** Every setting Millet knows. The table of docs/settings.md is checked against this list. */
export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('Set by the npm scripts.'),
  PORT: count(3000, 0).describe('Port of the web server.'),
  HOST: text
    .optional()
    .describe(
      'Address to listen on; this machine only for the embedded demo, else every interface. Whoever reaches a demo reads its mailbox.',
    ),
  PUBLIC_URL: webAddress
    .optional()
    .describe('Address that members see, used in mail, feeds and callbacks; passkeys work at its host alone.'),
  DATA_DIR: text.default('.data').describe('Folder for the embedded database, its secrets and local uploads.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL 15 or newer. Without it the embedded PostgreSQL and the demo are used.'),
  DATABASE_POOL_SIZE: count(12, 2, 500).describe(
    'Connections that each of a process’s three threads may open: those of the fast endpoints, of pages and of jobs.',
  ),
  AUTH_SECRET: secret
    .optional()
    .describe(
      'Signs sessions and codes; at least 32 characters that nobody can guess: make one with `openssl rand -base64 48` and keep it. The embedded demo makes its own.',
    ),
  DIGEST_SECRET: secret
    .optional()
    .describe(
      'Keys the digests that the database keeps, such as those of F-codes; AUTH_SECRET where it is not set. Put the old AUTH_SECRET here when that is changed, see operations.md.',
    ),
  GITHUB_CLIENT_ID: text.optional().describe('Sign-in with GitHub, together with its secret.'),
  GITHUB_CLIENT_SECRET: text.optional().describe('See GITHUB_CLIENT_ID.'),
  GOOGLE_CLIENT_ID: text.optional().describe('Sign-in with Google, together with its secret.'),
  GOOGLE_CLIENT_SECRET: text.optional().describe('See GOOGLE_CLIENT_ID.'),
  WECHAT_APP_ID: text
    .optional()
    .describe('Sign-in with WeChat by QR code: a website application of its Open Platform, together with its secret.'),
  WECHAT_APP_SECRET: text.optional().describe('See WECHAT_APP_ID.'),
  WECHAT_MP_APP_ID: text
    .optional()
    .describe(
      'Sign-in inside WeChat’s own browser: an Official Account, together with its secret. Bind both to one Open Platform account, or WeChat takes its users for two people each.',
    ),
  WECHAT_MP_APP_SECRET: text.optional().describe('See WECHAT_MP_APP_ID.'),
  WECHAT_API_URL: standIn.describe('Stands in for WeChat in tests; an address of this machine only.'),
  TWILIO_ACCOUNT_SID: text
    .regex(/^AC[0-9a-f]{32}$/, 'must be an account SID, AC and 32 digits')
    .optional()
    .describe('Sign-in by a code to a phone, sent by Twilio; together with TWILIO_AUTH_TOKEN and TWILIO_FROM.'),
  TWILIO_AUTH_TOKEN: text.optional().describe('See TWILIO_ACCOUNT_SID.'),
  TWILIO_FROM: text
    .regex(
      /^(\+[1-9]\d{6,14}|MG[0-9a-f]{32}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/,
      'must be a number, a messaging service or a sender’s name',
    )
    .optional()
    .describe(
      'Whom Twilio’s messages come from: a number such as +12025550123, a messaging service (MG…) or a name of 11 letters at most.',
    ),
  ALIYUN_SMS_KEY_ID: text
    .optional()
    .describe(
      'Sign-in by a code to a phone in mainland China, sent by Alibaba Cloud SMS: an access key that may send and look up templates, together with its secret, signature and template.',
    ),
  ALIYUN_SMS_KEY_SECRET: text.optional().describe('See ALIYUN_SMS_KEY_ID.'),
  ALIYUN_SMS_SIGN: text.max(100).optional().describe('The approved signature (签名) that stands before each message.'),
  ALIYUN_SMS_TEMPLATE: text
    .regex(/^SMS_\d{1,20}$/, 'must be the code of a template, such as SMS_123456789')
    .optional()
    .describe('The approved template of a code, whose only variable is `code`.'),
  SMS_API_URL: standIn.describe(
    'Stands in for Twilio and Alibaba Cloud SMS in tests; an address of this machine only.',
  ),
  PAYMENTS: z
    .enum(['stripe', 'demo'])
    .optional()
    .describe(
      'Payment gateway: `stripe`, or `demo`, which moves no money and says so on every page: for trying a shop on a database of one’s own, never beside a Stripe key.',
    ),
  STRIPE_SECRET_KEY: text.optional().describe('Stripe API key.'),
  STRIPE_WEBHOOK_SECRET: text.optional().describe('Signing secret of the Stripe webhook `/api/webhooks/stripe`.'),
  STRIPE_API_URL: standIn.describe('Stands in for Stripe’s API in tests; an address of this machine only.'),
  MAIL_FROM: text.optional().describe('Sender of every mail.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server. Without it the embedded demo shows mail on its mailbox page.'),
  S3_BUCKET: text.optional().describe('Bucket for uploads; without it they lie in DATA_DIR.'),
  S3_ENDPOINT: webAddress.optional().describe('Endpoint of an S3-compatible store.'),
  S3_REGION: text.default('us-east-1').describe('Region of the bucket.'),
  S3_ACCESS_KEY_ID: text.optional().describe('Key of the bucket.'),
  S3_SECRET_ACCESS_KEY: text.optional().describe('Secret of the bucket.'),
  BACKUP_DIR: text
    .optional()
    .describe(
      'Folder for backups, of this Millet alone, better on another disk: with it one is made each night. For its owner alone (700); every process has the same.',
    ),
  BACKUP_KEY: text
    .regex(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/, 'must be a key as `npm run admin -- backup-key` makes it')
    .optional()
    .describe(
      'Encrypts backups and reads them again. Keep it where the backups are not: whoever loses it loses them. `npm run admin -- backup-key` makes one.',
    ),
  BACKUP_KEEP: count(14, 1, 365).describe('How many nights’ backups are kept; the older ones are deleted.'),
  TRUSTED_PROXIES: count(0, 0, 10).describe('How many reverse proxies stand in front and append to X-Forwarded-For.'),
  WORKER: onOff('on').describe('Run jobs inside the web process. `off` where a process of its own runs them.'),
  WORKER_CONCURRENCY: count(10, 1, 100).describe(
    'Jobs that one process runs at a time; never more than two fewer than DATABASE_POOL_SIZE, so that schedules keep connections.',
  ),
  STOP_SECONDS: count(20, 0, 600).describe(
    'How long a process that is told to end (SIGTERM) finishes what is in flight before it closes what is left.',
  ),
  PAGES_SOCKET: text.optional().describe('Set by `npm run dev`: the socket of its process that makes the pages.'),
  METRICS_TOKEN: secret
    .optional()
    .describe('Bearer token of `GET /metrics`, at least 32 characters; without it there is no such address.'),
  DISCOURSE_API_KEY: text
    .regex(/^[\x21-\x7e]{16,200}$/, 'must be a key as Discourse shows it once')
    .optional()
    .describe(
      'Key by which a forum is read that moves in; set for as long as that takes, for the processes that run jobs or for the command alone. It is stored nowhere, and sent to that forum alone. See importing.md.',
    ),
  DISCOURSE_API_SITE: z
    .url({ protocol: /^https$/ })
    .max(300)
    .optional()
    .describe(
      'Address of the forum that this key is of: the staff pages send it to no other. The command is told the address when it is called.',
    ),
  DISCOURSE_API_USERNAME: text
    .regex(/^[\x21-\x7e]{1,100}$/)
    .default('system')
    .describe('The user of the old forum in whose name that key reads.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least severe line that is logged.'),
});

export type Settings = z.output<typeof settings>;
export type SettingName = keyof typeof settings.shape;

/** What Millet cannot start without in production as soon as DATABASE_URL is set. */
export const requiredWithDatabaseUrl = ['AUTH_SECRET'] as const satisfies readonly SettingName[];

/** What a shop on its own database cannot open without: it starts, and says at each place what cannot be sent or paid yet. */
export const neededToOpen = [
  'PUBLIC_URL',
  'MAIL_FROM',
  'SMTP_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
] as const satisfies readonly SettingName[];

const pairs: readonly [SettingName, SettingName][] = [
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['WECHAT_APP_ID', 'WECHAT_APP_SECRET'],
  ['WECHAT_MP_APP_ID', 'WECHAT_MP_APP_SECRET'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_FROM'],
  ['ALIYUN_SMS_KEY_ID', 'ALIYUN_SMS_KEY_SECRET'],
  ['ALIYUN_SMS_KEY_ID', 'ALIYUN_SMS_SIGN'],
  ['ALIYUN_SMS_KEY_ID', 'ALIYUN_SMS_TEMPLATE'],
  ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
];

// The embedded demo may have a mail server and write in its own name.
const pairsWithDatabaseUrl: typeof pairs = [['SMTP_URL', 'MAIL_FROM']];

type Source = Record<string, string | undefined>;

/** One sentence for each thing wrong with the given variables; empty when Millet can start with them. */
export function settingProblems(source: Source): string[] {
  const given = withoutBlanks(source);
  const parsed = settings.safeParse(given);
  const invalid = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return [...invalid, ...missing(given), ...unpaired(given), ...demoBesideKeys(given)];
}

/** The settings that a shop on its own database still lacks for opening; none for the embedded demo. */
export function missingToOpen(source: Source): SettingName[] {
  const given = withoutBlanks(source);
  const ofStripe = (name: string) => given.PAYMENTS === 'demo' && name.startsWith('STRIPE_');
  return given.DATABASE_URL ? neededToOpen.filter((name) => !given[name] && !ofStripe(name)) : [];
}

export function withoutBlanks(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
}

function missing(given: Source): string[] {
  if (!given.DATABASE_URL || given.NODE_ENV !== 'production') return [];
  return requiredWithDatabaseUrl
    .filter((name) => !given[name])
    .map((name) => `${name} is missing: ${settings.shape[name].description}`);
}

function unpaired(given: Source): string[] {
  return [...pairs, ...(given.DATABASE_URL ? pairsWithDatabaseUrl : [])]
    .filter(([one, other]) => Boolean(given[one]) !== Boolean(given[other]))
    .map(([one, other]) => `${given[one] ? other : one} is missing: it belongs to ${given[one] ? one : other}`);
}

// Whoever can take money is never a demo by mistake: the keys go first.
function demoBesideKeys(given: Source): string[] {
  if (given.PAYMENTS !== 'demo') return [];
  const keys = (['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const).filter((name) => given[name]);
  return keys.map((name) => `PAYMENTS=demo moves no money: it is not allowed beside ${name}`);
}
