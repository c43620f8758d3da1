/** Every page, light in English and dark in Chinese: nothing serious for axe, no sideways scroll on a phone, a full head, no stray words. */
import type { BrowserContext } from '@playwright/test';

import { inspect, type Wanted } from './support/inspect';
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

    for (const part of [1, 2, 3, 4])
      test(`the staff pages, part ${part} of 4`, async ({ context }) => {
        await signIn(context, 'admin');
        const rooms = (await staffRooms()).filter((_, at) => at % 4 === part - 1);
        const places = rooms.map((room) => ({ name: 'staff', path: `/staff${room}` }));
        expect(places.length).toBeGreaterThan(10);
        expect(await lookAt(context, look, places)).toEqual([]);
      });
  });
}

/** Every page of staff, and those of their states that look otherwise; looked at in parts, side by side, of which a second try takes one. */
async function staffRooms(): Promise<string[]> {
  const id = (table: string) => one(`SELECT "id" FROM "${table}" ORDER BY 1 LIMIT 1`);
  const drop = await one(`SELECT "id" FROM "Drop" WHERE "slug" = 'air-first-wave'`);
  const post = await one(
    `SELECT p."id" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" WHERE t."kind" = 'DISCUSSION' AND p."number" = 2 LIMIT 1`,
  );
  return [
    '',
    '/audit',
    '/drops',
    '/drops/new',
    `/drops/${drop}`,
    `/drops/${drop}/preview`,
    `/drops/${drop}/call-off`,
    '/members',
    '/members/ines',
    '/members/dex',
    '/orders',
    `/orders/${await one('SELECT "number" FROM "Order" ORDER BY "createdAt" LIMIT 1')}`,
    '/products',
    '/products?sort=title&status=ACTIVE',
    '/products/bulk',
    '/products/new',
    `/products/${await id('Product')}`,
    '/boards',
    '/boards/new',
    '/boards/staff-room',
    '/settings/brand',
    '/settings/shipping',
    '/settings/taxes',
    '/settings/areas',
    '/settings/calendar',
    '/settings/trust',
    '/settings/phone',
    '/settings/reasons',
    '/settings/texts',
    '/settings/texts/order-shipped',
    '/settings/texts/bell-post-replied',
    '/settings/texts/every-mail',
    '/settings/start',
    '/settings/api',
    '/settings/api/reference',
    ...['/settings/opening', '/settings/news'],
    '/settings/redirects',
    `/settings/redirects/${await id('Redirect')}`,
    '/settings/redirects/import',
    '/setup',
    '/team',
    '/figures',
    '/figures?days=91',
    '/releases',
    '/releases?state=draft',
    '/releases/new',
    `/releases/${await id('Release')}`,
    '/reports',
    '/reports?state=DECIDED&sort=changed',
    '/reports?show=hidden',
    '/roles',
    '/triage',
    '/triage?kind=IDEA&sort=changed',
    '/stock',
    '/stock/locations',
    '/stock/receive',
    '/stock/transfers',
    `/stock/${await id('StockedVariant')}`,
    '/units',
    `/units/${await id('Unit')}`,
    '/triage/bulk',
    `/triage/${await id('Idea')}`,
    `/triage/make?post=${post}`,
    '/triage?show=voices',
    `/triage/voices/${await id('OwnerVoice')}`,
  ];
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
