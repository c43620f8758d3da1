/** Every page under staff/ and (account)/ over HTTP: who sees it, who is sent to sign in, for whom it is not there. */
import { memberPages, staff, staffPages } from './support/page-tables';
import { claimOver, cookieOf, makeUnconfirmed, one, openDrop } from './support/world';
import { expect, test } from './support/test';

const outsiders = ['guest', 'unconfirmed', 'new', 'fan', 'owner', 'dex'] as const;
const people = [...outsiders, ...Object.keys(staff)];

/** Those that lead to another one. */
const leading = ['/staff/settings'];

let cookies: Record<string, Record<string, string>>;
let places: Record<string, string>;

test.beforeAll(async ({ request }) => {
  cookies = { guest: {}, unconfirmed: await cookieOf(await makeUnconfirmed()) };
  for (const who of [...people.slice(2), 'xiaoman']) cookies[who] = await cookieOf(who);
  const held = await claimOver(request, await openDrop(3), cookies.fan);
  const secret = `FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'STAFF'`;
  const own = async (handle: string, text: string) => one(text, [handle]);
  const someAct = (list: string, act: string) =>
    one(
      `INSERT INTO "BulkAct" ("id", "memberId", "list", "act", "total", "draftedAt", "startedAt", "aliveAt", "endedAt") SELECT gen_random_uuid(), "id", $2, $3, 0, now(), now(), now(), now() FROM "Member" WHERE "handle" = $1 RETURNING "id"`,
      ['juno', list, act],
    );
  const claim = await one(
    `INSERT INTO "OwnerClaim" ("id", "memberId", "productId", "serial", "proof", "pictures", "createdAt")
     SELECT gen_random_uuid(), m."id", (SELECT "id" FROM "Product" LIMIT 1), 'WALK-' || substr(gen_random_uuid()::text, 1, 8), 'A gift', '{}', now() FROM "Member" m WHERE m."email" = 'fan@demo.millet' RETURNING "id"`,
  );
  const recall = await one(
    `INSERT INTO "Recall" ("id", "slug", "title", "titleZh", "cause", "causeZh", "danger", "dangerZh", "task", "taskZh", "remedies", "scope", "productId", "createdAt", "changedAt")
     SELECT gen_random_uuid(), 'walk', 'Hot', '热', 'A cell', '电芯', 'Fire', '起火', 'Stop', '停用', '{REPAIR}', 'GOODS', (SELECT "id" FROM "Product" LIMIT 1), now(), now()
     ON CONFLICT ("slug") DO UPDATE SET "title" = 'Hot' RETURNING "id"`,
  );
  const point = await one(
    `INSERT INTO "ServicePoint" ("id", "name", "nameZh", "address", "latitude", "longitude", "zone", "week", "capabilities", "hiddenAt", "createdAt", "changedAt")
     VALUES (gen_random_uuid(), 'Depot', '网点', 'Street 1', 31.2, 121.5, 'Asia/Shanghai', '[[],[],[],[],[],[],[]]', '{REPAIR}', now(), now(), now()) RETURNING "id"`,
  );
  places = {
    '/staff/service/[id]': `/staff/service/${point}`,
    '/staff/recalls/[id]': `/staff/recalls/${recall}`,
    '/staff/recalls/[id]/edit': `/staff/recalls/${recall}/edit`,
    '/staff/drops/[id]': `/staff/drops/${await one('SELECT "id" FROM "Drop" ORDER BY "createdAt" LIMIT 1')}`,
    '/staff/imports/[id]': `/staff/imports/${await one(`INSERT INTO "ImportRun" ("id", "source", "origin", "rehearsal", "state", "askedAt", "aliveAt", "endedAt") VALUES (gen_random_uuid(), 'SHOPIFY', 'TERMINAL', true, 'DONE', now(), now(), now()) RETURNING "id"`)}`,
    '/staff/members/[handle]': '/staff/members/juno',
    '/staff/orders/[number]': `/staff/orders/${await one('SELECT "number" FROM "Order" ORDER BY "createdAt" LIMIT 1')}`,
    '/staff/returns/[number]': `/staff/returns/${await one(`INSERT INTO "Return" ("id", "number", "orderId", "memberId", "wish", "state", "createdAt", "changedAt") SELECT gen_random_uuid(), '7K2M9QXD', "id", "memberId", 'FAULTY', 'ASKED', now(), now() FROM "Order" ORDER BY "createdAt" LIMIT 1 ON CONFLICT ("number") DO UPDATE SET "note" = '' RETURNING "number"`)}`,
    '/staff/repairs/[number]': `/staff/repairs/${await one(`INSERT INTO "Repair" ("id", "number", "unitId", "memberId", "state", "note", "inWarranty", "currency", "createdAt", "changedAt") SELECT gen_random_uuid(), '7K2M9QXE', o."unitId", o."memberId", 'CANCELLED', 'It hums', true, 'USD', now(), now() FROM "Ownership" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = 'xiaoman' AND o."endedAt" IS NULL LIMIT 1 ON CONFLICT ("number") DO UPDATE SET "note" = 'It hums' RETURNING "number"`)}`,
    '/staff/boards/[slug]': '/staff/boards/staff-room',
    '/staff/orders/bulk/[id]': `/staff/orders/bulk/${await someAct('orders', 'orders.ship')}`,
    '/staff/pages/[id]': `/staff/pages/${await one('SELECT "id" FROM "Page" LIMIT 1')}`,
    '/staff/products/[id]': `/staff/products/${await one('SELECT "id" FROM "Product" ORDER BY "createdAt" LIMIT 1')}`,
    '/staff/products/[id]/prices': `/staff/products/${await one('SELECT "id" FROM "Product" ORDER BY "createdAt" LIMIT 1')}/prices`,
    '/staff/collections/[id]': `/staff/collections/${await one('SELECT "id" FROM "Collection" LIMIT 1')}`,
    '/staff/stock/[id]': `/staff/stock/${await one('SELECT "id" FROM "StockedVariant" LIMIT 1')}`,
    '/staff/discounts/[id]': `/staff/discounts/${await one('SELECT "id" FROM "Discount" LIMIT 1')}`,
    '/staff/credit/[id]': `/staff/credit/${await one('SELECT "id" FROM "CreditAccount" LIMIT 1')}`,
    '/staff/units/[id]': `/staff/units/${await one('SELECT "id" FROM "Unit" LIMIT 1')}`,
    '/staff/releases/[id]': `/staff/releases/${await one('SELECT "id" FROM "Release" LIMIT 1')}`,
    '/staff/settings/texts/[kind]': '/staff/settings/texts/order-shipped',
    '/staff/settings/redirects/[id]': `/staff/settings/redirects/${await one('SELECT "id" FROM "Redirect" LIMIT 1')}`,
    '/staff/products/bulk/[id]': `/staff/products/bulk/${await someAct('products', 'products.archive')}`,
    '/staff/triage/bulk/[id]': `/staff/triage/bulk/${await someAct('triage', 'ideas.accept')}`,
    '/staff/triage/[id]': `/staff/triage/${await one('SELECT "id" FROM "Idea" LIMIT 1')}`,
    '/staff/triage/voices/[id]': `/staff/triage/voices/${await one('SELECT "id" FROM "OwnerVoice" LIMIT 1')}`,
    '/orders/[number]': `/orders/${await own('ines', 'SELECT o."number" FROM "Order" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 LIMIT 1')}`,
    '/repairs/[number]': '/repairs/7K2M9QXE',
    '/repairs/new/[unit]': `/repairs/new/${await own('xiaoman', 'SELECT o."unitId" FROM "Ownership" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 AND o."endedAt" IS NULL LIMIT 1')}`,
    '/owned/[id]': `/owned/${await own('xiaoman', 'SELECT o."id" FROM "Ownership" o JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 AND o."endedAt" IS NULL LIMIT 1')}`,
    '/owned/receive/[code]': '/owned/receive/000000000000',
    '/owned/claims/[id]': `/owned/claims/${claim}`,
    '/staff/units/claims/[id]': `/staff/units/claims/${claim}`,
    '/owned/passport/[key]': `/owned/passport/${await one('SELECT "passport" FROM "Unit" LIMIT 1')}`,
    '/staff/units/labels': `/staff/units/labels?unit=${await one('SELECT "id" FROM "Unit" LIMIT 1')}`,
    '/owned/answer/[prompt]': `/owned/answer/${await own('xiaoman', 'SELECT p."id" FROM "OwnerPrompt" p JOIN "Ownership" o ON o."id" = p."ownershipId" JOIN "Member" m ON m."id" = o."memberId" WHERE m."handle" = $1 AND p."askedAt" IS NOT NULL LIMIT 1')}`,
    '/reviews/[product]': '/reviews/nothing-here',
    '/staff/reviews/[id]': `/staff/reviews/${await one('SELECT "id" FROM "Review" LIMIT 1')}`,
    '/staff/reviews/questions/[id]': `/staff/reviews/questions/${await one('SELECT "id" FROM "ProductQuestion" LIMIT 1')}`,
    '/checkout/[claim]': `/checkout/${((await held.json()) as { claimId: string }).claimId}`,
    '/inner/boards/[slug]/[[...view]]': '/inner/boards/staff-room',
    '/inner/t/[number]/[[...view]]': `/inner/t/${await one(`SELECT t."number" || '/' || t."slug" ${secret} LIMIT 1`)}`,
    '/mailbox/[id]': `/mailbox/${await one('SELECT "id" FROM "Mail" LIMIT 1')}`,
  };
  // What is done with one stands below its page.
  for (const route of [...Object.keys(staffPages), ...Object.keys(memberPages)]) {
    const [above = '', act] = route.split(/(?<=\])(?=\/[a-z-]+$)/);
    if (act && places[above]) places[route] ??= places[above] + act;
  }
});

/**
 * These pages are asked for by everybody; the others by one whom they admit, one of the team for whom they are not there, and one of
 * the others: of every page and role, tests/guarantees/statements.test.ts tells whom it asks for. `SOAK=1` asks all whom they admit.
 */
const byEverybody = ['/staff', '/staff/orders/[number]'];
const turn = <T>(of: readonly T[], at: number): T[] =>
  process.env.SOAK ? [...of] : of.slice(at % (of.length || 1)).slice(0, 1);

for (const [at, [route, admitted]] of Object.entries(staffPages).entries()) {
  const shut = Object.keys(staff).filter((who) => !admitted.includes(who));
  const some = [...turn(admitted, at), ...turn(outsiders, at), ...turn(shut, at)];
  test(`${route} is for ${admitted.join(', ')}`, async ({ request }) => {
    const asking = byEverybody.includes(route) ? people : some;
    const seen: Record<string, number> = {};
    for (const who of asking)
      seen[who] = (
        await request.get(`/en${places[route] ?? route}`, { headers: cookies[who], maxRedirects: 0 })
      ).status();
    const open = leading.includes(route) ? 307 : 200;
    expect(seen).toEqual(Object.fromEntries(asking.map((who) => [who, admitted.includes(who) ? open : 404])));
  });
}

// The suspended one, dex, is nobody here: as a guest.
for (const [at, [route, admitted]] of Object.entries(memberPages).entries()) {
  // To all roles of staff these pages are alike, but for those that are for staff alone.
  const team = Object.keys(staff);
  const some = typeof admitted === 'object' && admitted.includes('mod') ? team : turn(team, at);
  // Those who are signed in are alike to a page for all; one that is somebody's own is asked for by everybody.
  const fans = typeof admitted === 'object' ? outsiders.slice(1) : turn(outsiders.slice(1), at);
  test(`${route} is for ${String(admitted)}`, async ({ request }) => {
    for (const who of ['guest', ...fans, 'xiaoman', ...some]) {
      if (route === '/checkout') await fillCarts();
      const answer = await request.get(`/en${places[route] ?? route}`, { headers: cookies[who], maxRedirects: 0 });
      const signedIn = who !== 'guest' && who !== 'dex';
      // A guest has nothing in a cart here, and is led to it.
      const leaves = signedIn ? ['/sign-in', '/sign-up'].includes(route) : route === '/checkout';
      const expected = leaves
        ? 307
        : admitted === 'anyone'
          ? 200
          : admitted === 'nobody'
            ? 404
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

/** Puts something into everybody's cart: who has nothing in it is led there from its checkout. */
async function fillCarts(): Promise<void> {
  await one(
    `WITH made AS (INSERT INTO "Cart" ("id", "memberId", "updatedAt") SELECT gen_random_uuid(), "id", now() FROM "Member" WHERE "handle" IS NOT NULL
       ON CONFLICT ("memberId") DO UPDATE SET "updatedAt" = now() RETURNING "id")
     INSERT INTO "CartLine" ("cartId", "variantId", "quantity", "seenAt") SELECT made."id", v."id", 1, now() FROM made, "Variant" v WHERE v."sku" = 'FX-AIR-INK'
     ON CONFLICT ("cartId", "variantId") DO UPDATE SET "quantity" = "CartLine"."quantity" RETURNING 'in'`,
  );
}
