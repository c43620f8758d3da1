/** What `npm run admin` does, and what it says of it. */
import { secretMark } from '@/lib/backups/secret-mark';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { asEmail } from '@/lib/core/email';
import { env } from '@/lib/core/env';
import { found, Refused } from '@/lib/core/errors';
import { invite } from '@/lib/flows/members/invite';
import { indexAll } from '@/lib/flows/search/index-behind';
import { inLocale } from '@/lib/core/paths';
import { terminalLine } from '@/lib/core/terminal';
import { clock } from '@/lib/core/time';
import { grantRole, inviteStaff, makeSetupKey, resetFactor } from '@/lib/members/commands';
import { hasAdmin, listAdmins } from '@/lib/members/queries/admins';
import { listRoles } from '@/lib/members/queries/roles';
import { storageFolder } from '@/lib/outside/storage';
import { paths } from '@/lib/paths';

import { backupNow } from './backup-now';
import { moveDatabase } from './move-database';
import { restoreBackup } from './restore-backup';

const verbs: Record<string, (words: string[]) => Promise<string[]>> = {
  setup,
  list,
  grant,
  invite: inviteByMail,
  'reset-factor': resetLostFactor,
  start,
  'index-search': indexSearch,
  move: ([to = '']) => moveDatabase(env.DATABASE_URL, to),
  backup: ([to = '']) => backupNow(to),
  restore: ([file = '', replace = '', unencrypted]) =>
    restoreBackup({
      ...{
        url: env.DATABASE_URL,
        file,
        replace,
        unencrypted: unencrypted === 'yes',
        key: env.BACKUP_KEY,
        secret: secretMark(),
      },
      ...{ files: storageFolder(), embedded: env.embedded },
    }),
};
const reason = 'npm run admin';

/** Runs one of them and answers its lines; refuses in words for the terminal. */
export async function runAdmin(verb: string, words: string[]): Promise<string[]> {
  const lines = await found(
    verbs[verb],
    verb,
  )(words).catch((error: unknown) => {
    throw error instanceof Refused ? new Refused(error.code, sentences[error.code] ?? error.message) : error;
  });
  // Names of members and of roles are their own words.
  return lines.map((line) => terminalLine(line));
}

// The words of these refusals on pages are for the person at the browser.
const sentences: Record<string, string> = {
  'setup-done': 'There is an administrator who can sign in: see `npm run admin -- list`.',
  'factor-none': 'This person has no second factor.',
  'role-has': 'This person has the role already.',
  'role-needs-proof': 'The email address of this member is not confirmed yet.',
};

async function setup(): Promise<string[]> {
  const { key } = await transact(makeSetupKey)(system, {});
  return [
    'Open this address to become the first administrator. It works once, for 30 minutes:',
    '',
    `  ${env.PUBLIC_URL}${inLocale(terminalLocale(), paths.setup())}#${key}`,
    '',
  ];
}

// Of what is searched nothing is found while it runs, and more and more of it.
async function indexSearch(): Promise<string[]> {
  return [`${await indexAll(clock())} products are found by search.`];
}

// What `npm start` says: the address itself never into a file, a pipe or a log.
async function start([place]: string[]): Promise<string[]> {
  if (await hasAdmin(reading(system))) return [];
  if (place === 'terminal') return setup();
  return ['  Nobody can sign in as administrator yet. Run `npm run admin -- setup` for the one-time set-up address.'];
}

async function list(): Promise<string[]> {
  const admins = await listAdmins(reading(system));
  if (admins.length === 0) return ['There is no administrator. Run: npm run admin -- setup'];
  return admins.map(({ handle, name, email, ...standing }) => `@${handle}  ${name}  ${email ?? '-'}  ${say(standing)}`);
}

type Standing = Pick<Awaited<ReturnType<typeof listAdmins>>[number], 'proved' | 'suspended' | 'until'>;

function say({ proved, suspended, until }: Standing): string {
  if (!proved) return 'cannot sign in: the email address is not confirmed';
  if (suspended) return 'cannot sign in: suspended';
  return until ? `can sign in, administrator until ${until.toISOString()}` : 'can sign in';
}

// Where no mail can be sent yet, whoever sits at the terminal hands the address over.
async function inviteByMail([address = '', name = '', language = 'en']: string[]): Promise<string[]> {
  const role = await roleNamed(name);
  const email = emailOf(address);
  const input = { email, role: role.key, language };
  if (env.hasMail) {
    await invite(system, input);
    return [`An invitation is on its way to ${email}. It works once, for 7 days.`];
  }
  const { key } = await transact(inviteStaff)(system, input);
  const link = `${env.PUBLIC_URL}${inLocale(language === 'zh' ? 'zh' : 'en', paths.invitation())}#${key}`;
  return [`No mail can be sent yet. Give this address to ${email}. It works once, for 7 days:`, '', `  ${link}`, ''];
}

async function grant([address = '', name = '']: string[]): Promise<string[]> {
  const role = await roleNamed(name);
  const member = await memberAt(address);
  await transact(grantRole)(system, { memberId: member.id, role: role.key, reason });
  return [`@${member.handle} now has the role ${role.name ?? role.key}.`];
}

async function resetLostFactor([address = '']: string[]): Promise<string[]> {
  const member = await memberAt(address);
  await transact(resetFactor)(system, { memberId: member.id, reason });
  return [`The second factor of @${member.handle} is gone. They set up a new one at their next sign-in.`];
}

async function memberAt(address: string) {
  const email = emailOf(address);
  const { db } = reading(system);
  const member = await db.member.findUnique({ where: { email }, select: { id: true, handle: true } });
  if (!member) throw new Refused('not-found', `No member has the address ${email}.`);
  return member;
}

/** The role of a key or of a name, in any case; refuses with those that there are. */
async function roleNamed(given: string) {
  const roles = await listRoles(reading(system));
  const wanted = given.toLowerCase();
  const role = roles.find(({ key, name, nameZh }) =>
    [key, name, nameZh].some((each) => each?.toLowerCase() === wanted),
  );
  if (role) return role;
  const names = roles.map(({ key, name }) => name ?? key).join(', ');
  throw new Refused('not-found', `There is no role ${given}. There are: ${names}`);
}

function emailOf(given: string): string {
  const email = asEmail(given);
  if (!email) throw new Refused('bad-email', `${given} is no email address.`);
  return email;
}

const terminalLocale = () => (/^zh/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'zh' : 'en');
