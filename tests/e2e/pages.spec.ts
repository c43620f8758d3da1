/** Every page, light in English and dark in Chinese: nothing serious for axe, no sideways scroll on a phone, a full head, no stray words. */
import type { BrowserContext } from '@playwright/test';

import { inspect, type Wanted } from './support/inspect';
import { staffRooms } from './support/staff-rooms';
import { expect, test } from './support/test';
import { signIn } from './support/visit';
import { claimOver, cookieOf, one, openDrop, publicPaths } from './support/world';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

const looks = [
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'zh' },
] as const;
const jsonLd: Record<string, RegExp> = {
  thread: /"DiscussionForumPosting"|"QAPage"/,
  'idea thread': /"DiscussionForumPosting"/,
  product: /"Product".*"Offer"/s,
  'upcoming drop': /"Event"/,
  'past drop': /"Event"/,
};

for (const look of looks) {
  const { theme, locale } = look;

  test.describe(`${theme}, ${locale}`, () => {
    test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

    test('public pages', async ({ context }) => {
      const pages = Object.entries(await publicPaths()).map(([name, path]) => ({
        name,
        path,
        isPublic: true,
        jsonLd: jsonLd[name],
      }));
      expect(await lookAt(context, look, pages)).toEqual([]);
    });

    test('public pages as a member sees them', async ({ context }) => {
      await signIn(context, 'owner');
      const { home, thread, 'idea thread': idea, 'upcoming drop': drop, product } = await publicPaths();
      expect(
        await lookAt(
          context,
          look,
          [home!, '/boards', thread!, idea!, drop!, product!].map((path) => ({
            name: 'for a member',
            path,
            isPublic: true,
          })),
        ),
      ).toEqual([]);
    });

    test('pages of guests on their way in, and what is not there', async ({ context }) => {
      const mail = await one('SELECT "id" FROM "Mail" LIMIT 1');
      const pages = ['/sign-in', '/sign-up', '/forgot', '/confirm', '/mailbox', `/mailbox/${mail}`].map((path) => ({
        name: 'for guests',
        path,
      }));
      expect(
        await lookAt(context, look, [
          ...pages,
          { name: 'missing', path: '/boards/nothing-here', status: 404 },
          { name: 'missing', path: '/nothing/here', status: 404 },
        ]),
      ).toEqual([]);
    });

    test('pages of a member', async ({ context }) => {
      await signIn(context, 'owner');
      const own = (text: string) =>
        one(`${text} JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = 'ines' LIMIT 1`);
      const order = await own('SELECT o."number" FROM "Order" o');
      const room = await one(
        `SELECT t."number" || '/' || t."slug" FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'OWNERS' LIMIT 1`,
      );
      const paths = [
        '/account',
        '/notifications',
        '/orders',
        `/orders/${order}`,
        '/owned',
        '/welcome',
        '/new',
        '/new?board=foxtail-air',
        '/inner',
        '/inner/boards/owners-room',
        `/inner/t/${room}`,
      ];
      expect(
        await lookAt(
          context,
          look,
          paths.map((path) => ({ name: 'of a member', path })),
        ),
      ).toEqual([]);
    });

    test('empty rooms of a newcomer', async ({ context }) => {
      await signIn(context, 'new');
      expect(
        await lookAt(
          context,
          look,
          ['/orders', '/owned', '/inner', '/notifications'].map((path) => ({ name: 'empty', path })),
        ),
      ).toEqual([]);
    });

    test('checkout, the gateway’s page and an owner’s question', async ({ context, request }) => {
      const buyer = locale === 'en' ? 'zhou' : 'priya';
      const cookie = await cookieOf(buyer);
      const { claimId } = (await (await claimOver(request, await openDrop(3), cookie)).json()) as { claimId: string };
      await signIn(context, buyer);
      const problems = await lookAt(context, look, [{ name: 'checkout', path: `/checkout/${claimId}` }]);
      const address = {
        name: 'A',
        line1: '5 Mill Lane',
        city: 'Leeds',
        postcode: 'LS1 4AP',
        country: 'GB',
        phone: '+44 113 496 0000',
      };
      const placed = await request.post('/api/checkout', { headers: cookie, data: { ...address, claimId, locale } });
      expect(placed.status()).toBe(201);
      const { payUrl, orderNumber } = (await placed.json()) as { payUrl: string; orderNumber: string };
      for (const step of ['', '?step=challenge'])
        problems.push(
          ...(await inspect(await context.newPage(), {
            name: 'gateway',
            address: new URL(payUrl).pathname + step,
            locale,
            lang: 'en',
            elsewhere: true,
          })),
        );
      problems.push(...(await lookAt(context, look, [{ name: 'unpaid order', path: `/orders/${orderNumber}` }])));
      const prompt = await one(
        'SELECT p."id" FROM "OwnerPrompt" p JOIN "Ownership" o ON o."id" = p."ownershipId" JOIN "Member" m ON m."id" = o."memberId" WHERE p."askedAt" IS NOT NULL AND m."handle" = $1 LIMIT 1',
        ['xiaoman'],
      );
      await signIn(context, 'xiaoman');
      problems.push(...(await lookAt(context, look, [{ name: 'question', path: `/owned/answer/${prompt}` }])));
      expect(problems).toEqual([]);
    });

    // Half of them in each look; `SOAK=1 npm run test:e2e` looks at all in both.
    for (const part of process.env.SOAK ? [0, 1, 2, 3] : theme === 'dark' ? [0, 1] : [2, 3])
      test(`the staff pages, part ${part + 1} of 4`, async ({ context }) => {
        await signIn(context, 'admin');
        const rooms = (await staffRooms()).filter((_, at) => at % 4 === part);
        expect(rooms.length).toBeGreaterThan(10);
        const places = rooms.map((room) => ({ name: 'staff', path: `/staff${room}` }));
        expect(await lookAt(context, look, places)).toEqual([]);
      });
  });
}

type Place = Omit<Wanted, 'address' | 'locale'> & { path: string };

async function lookAt(
  context: BrowserContext,
  { theme, locale }: (typeof looks)[number],
  places: Place[],
): Promise<string[]> {
  // A framed mail has no storage.
  await context.addInitScript((chosen) => void (window === window.top && localStorage.setItem('theme', chosen)), theme);
  const page = await context.newPage();
  const problems: string[] = [];
  for (const { path, ...wanted } of places)
    problems.push(...(await inspect(page, { ...wanted, locale, address: `/${locale}${path}` })));
  await page.close();
  return problems;
}
