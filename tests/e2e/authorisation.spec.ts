/** Every page under staff/ and (account)/ over HTTP, asked for by everybody: who sees it, who is sent to sign in, for whom it is not there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { claimOver, cookieOf, makeUnconfirmed, one, openDrop } from './support/world';
import { expect, test } from './support/test';

const staff = { mod: 'MODERATOR', pm: 'PRODUCT_OWNER', ops: 'OPERATIONS', agent: 'SUPPORT', admin: 'ADMIN' } as const;
type Staff = keyof typeof staff;
const people = ['guest', 'unconfirmed', 'new', 'fan', 'owner', 'dex', ...Object.keys(staff)] as const;

const everyStaff = Object.keys(staff);
const only = (...who: Staff[]): readonly string[] => [...who, 'admin'];

/** Staff pages by their route, and the roles that may open them. */
const staffPages: Record<string, readonly string[]> = {
  '/staff': everyStaff,
  '/staff/audit': only(),
  '/staff/drops': only('ops'),
  '/staff/drops/new': only('ops'),
  '/staff/drops/[id]': only('ops'),
  '/staff/drops/[id]/preview': only('ops'),
  '/staff/drops/[id]/call-off': only('ops'),
  '/staff/members': only('mod'),
  '/staff/members/[handle]': only('mod'),
  '/staff/orders': only('ops', 'agent'),
  '/staff/orders/[number]': only('ops', 'agent'),
  '/staff/releases': only('pm'),
  '/staff/releases/new': only('pm'),
  '/staff/releases/[id]': only('pm'),
  '/staff/reports': only('mod'),
  '/staff/roles': only(),
  '/staff/settings': only(),
  '/staff/settings/brand': only(),
  '/staff/setup': only(),
  '/staff/team': only(),
  '/staff/triage': only('pm'),
  '/staff/triage/[id]': only('pm'),
  '/staff/triage/make': only('pm', 'mod'),
  '/staff/triage/voices/[id]': only('pm'),
};

/** Those that lead to another one. */
const leading = ['/staff/settings'];

/** Pages for members: `all` who are signed in, or the one whose it is; `anyone` may open the others. */
const memberPages: Record<string, 'all' | 'anyone' | readonly string[]> = {
  '/account': 'all',
  '/new': 'all',
  '/notifications': 'all',
  '/orders': 'all',
  '/owned': 'all',
  '/inner': 'all',
  '/welcome': 'all',
  '/orders/[number]': ['owner'],
  '/owned/answer/[prompt]': ['xiaoman'],
  '/checkout/[claim]': ['fan'],
  '/second-factor': everyStaff,
  '/inner/boards/[slug]/[[...view]]': everyStaff,
  '/inner/t/[number]/[[...view]]': everyStaff,
  '/sign-in': 'anyone',
  '/sign-up': 'anyone',
  '/confirm': 'anyone',
  '/forgot': 'anyone',
  '/invitation': 'anyone',
  '/setup': 'anyone',
  '/mailbox': 'anyone',
  '/mailbox/[id]': 'anyone',
};

const dist = process.env.NEXT_DIST_DIR ?? '.next';
const routes = Object.entries(
  JSON.parse(readFileSync(path.resolve(dist, 'app-path-routes-manifest.json'), 'utf8')) as Record<string, string>,
);
const routesOf = (group: string) =>
  routes
    .filter(([file]) => file.startsWith(`/[locale]/${group}/`) && file.endsWith('/page'))
    .map(([, route]) => route.replace('/[locale]', ''));

test('every page of staff and members stands in the tables, and nothing else does', () => {
  expect(routesOf('staff').toSorted()).toEqual(Object.keys(staffPages).toSorted());
  expect(routesOf('(site)/(account)').toSorted()).toEqual(Object.keys(memberPages).toSorted());
});

let cookies: Record<string, Record<string, string>>;
let places: Record<string, string>;

test.beforeAll(async ({ request }) => {
  cookies = { guest: {}, unconfirmed: await cookieOf(await makeUnconfirmed()) };
  for (const who of [...people.slice(2), 'xiaoman']) cookies[who] = await cookieOf(who);
  const held = await claimOver(request, await openDrop(3), cookies.fan);
  const secret = `FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'STAFF'`;
  const own = async (handle: string, text: string) => one(text, [handle]);
  places = {
    '/staff/drops/[id]': `/staff/drops/${await one('SELECT "id" FROM "Drop" ORDER BY "createdAt" LIMIT 1')}`,
    '/staff/members/[handle]': '/staff/members/juno',
    '/staff/orders/[number]': `/staff/orders/${await one('SELECT "number" FROM "Order" ORDER BY "createdAt" LIMIT 1')}`,
    '/staff/releases/[id]': `/staff/releases/${await one('SELECT "id" FROM "Release" LIMIT 1')}`,
    '/staff/triage/[id]': `/staff/triage/${await one('SELECT "id" FROM "Idea" LIMIT 1')}`,
    '/staff/triage/voices/[id]': `/staff/triage/voices/${await one('SELECT "id" FROM "OwnerVoice" LIMIT 1')}`,
    '/orders/[number]': `/orders/${await own('ines', 'SELECT o."number" FROM "Order" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 LIMIT 1')}`,
    '/owned/answer/[prompt]': `/owned/answer/${await own('xiaoman', 'SELECT p."id" FROM "OwnerPrompt" p JOIN "Ownership" o ON o."id" = p."ownershipId" JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 AND p."askedAt" IS NOT NULL LIMIT 1')}`,
    '/checkout/[claim]': `/checkout/${((await held.json()) as { claimId: string }).claimId}`,
    '/inner/boards/[slug]/[[...view]]': '/inner/boards/staff-room',
    '/inner/t/[number]/[[...view]]': `/inner/t/${await one(`SELECT t."number" || '/' || t."slug" ${secret} LIMIT 1`)}`,
    '/mailbox/[id]': `/mailbox/${await one('SELECT "id" FROM "Mail" LIMIT 1')}`,
  };
  places['/staff/drops/[id]/call-off'] = `${places['/staff/drops/[id]']}/call-off`;
  places['/staff/drops/[id]/preview'] = `${places['/staff/drops/[id]']}/preview`;
});

for (const [route, admitted] of Object.entries(staffPages)) {
  test(`${route} is for ${admitted.join(', ')}`, async ({ request }) => {
    const seen: Record<string, number> = {};
    for (const who of people)
      seen[who] = (
        await request.get(`/en${places[route] ?? route}`, { headers: cookies[who], maxRedirects: 0 })
      ).status();
    const open = leading.includes(route) ? 307 : 200;
    expect(seen).toEqual(Object.fromEntries(people.map((who) => [who, admitted.includes(who) ? open : 404])));
  });
}

// The suspended one, dex, is nobody here: as a guest.
for (const [route, admitted] of Object.entries(memberPages)) {
  test(`${route} is for ${String(admitted)}`, async ({ request }) => {
    for (const who of [...people, 'xiaoman']) {
      const answer = await request.get(`/en${places[route] ?? route}`, { headers: cookies[who], maxRedirects: 0 });
      const signedIn = who !== 'guest' && who !== 'dex';
      const leaves = signedIn && ['/sign-in', '/sign-up'].includes(route);
      const expected = leaves
        ? 307
        : admitted === 'anyone'
          ? 200
          : !signedIn
            ? 307
            : admitted === 'all' || admitted.includes(who)
              ? 200
              : 404;
      expect([who, answer.status()]).toEqual([who, expected]);
      if (expected === 307 && !leaves) expect(answer.headers().location).toMatch(/^\/en\/sign-in\?next=%2Fen%2F/);
    }
  });
}
