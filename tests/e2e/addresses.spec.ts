/** Addresses of every route, whatever stands in their parts, and those that stand for both languages. */
import { request as ask } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { hardParts, listRoutes } from '@/tests/support/routes';

import { expect, test } from './support/test';
import { cookieOf, one, sql } from './support/world';

type Answered = { status: number; location: string; body: string };

// What stands in the other parts while one is tried; a route with a part of a new name needs a row here.
const samples: Record<string, () => Promise<string>> = {
  slug: () => one(`SELECT "slug" FROM "Drop" WHERE "announcedAt" IS NOT NULL LIMIT 1`),
  wave: async () => '1',
  number: async () => '1',
  view: async () => 'all',
  id: async () => '00000000-0000-7000-8000-000000000000',
  handle: async () => 'ines',
  cursor: async () => 'x',
  product: async () => 'none',
  claim: async () => 'x',
  prompt: async () => 'x',
  part: async () => 'pages',
  paper: async () => 'labels',
  unit: async () => '00000000-0000-7000-8000-000000000000',
  session: async () => 'x',
  key: async () => 'x',
  code: async () => 'x',
  name: async () => 'x',
  list: async () => 'orders',
  kind: async () => 'order-shipped',
};

/** Of the parts that are hard to read, every third, another third for the next route; `SOAK=1` tries all with all. */
const inTurn = (route: string) => hardParts.filter((_, at) => process.env.SOAK || at % 3 === route.length % 3);

const copy = (table: string, where: string, changes: Record<string, unknown>) =>
  one(
    `INSERT INTO "${table}" SELECT (jsonb_populate_record(r, $1::jsonb || jsonb_build_object('id', gen_random_uuid()))).* FROM "${table}" r WHERE ${where} LIMIT 1 RETURNING "id"`,
    [JSON.stringify(changes)],
  );

test('a mention leads to the profile in the reader’s language', async ({ request }) => {
  const lead = async (headers: Record<string, string>) =>
    (await request.get('/u/ines', { headers, maxRedirects: 0 })).headers().location;
  expect(await lead({ 'accept-language': 'zh-CN,zh;q=0.9' })).toBe('/zh/u/ines');
  expect(await lead({ 'accept-language': 'zh-CN', cookie: 'millet-locale=en' })).toBe('/en/u/ines');
  const nobody = await request.get('/u/%2F%2Fevil.example', { maxRedirects: 0 });
  expect([nobody.status(), nobody.headers().location]).toEqual([404, undefined]);
});

test('no address of any route is answered with a fault of ours, whatever stands in its parts', async () => {
  test.setTimeout(240_000);
  const known = Object.fromEntries(
    await Promise.all(Object.entries(samples).map(async ([name, sample]) => [name, await sample()] as const)),
  );
  const admin = await cookieOf('admin');
  const tried: { path: string; method: string }[] = [];
  for (const route of listRoutes()) {
    const parts = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
    expect(
      parts.filter((name) => !(name in samples)),
      route,
    ).toEqual([]);
    for (const name of parts) {
      for (const hard of inTurn(route)) {
        const path = route.replace(/\[(\w+)\]/g, (_all, each: string) => (each === name ? hard : known[each]!));
        tried.push({ path, method: 'GET' });
        if (path.startsWith('/api/')) tried.push({ path, method: 'POST' });
      }
    }
  }
  for (const hard of hardParts)
    for (const name of ['boards', 'drops', 't', 'u'])
      tried.push({ path: `/api/viewer?path=/en/${name}/${hard}`, method: 'GET' });
  for (const query of [
    '/staff/orders?q=',
    '/staff/members?q=',
    '/staff/audit?by=',
    '/staff/triage?product=',
    '/staff/triage/make?post=',
    '/new?board=',
    '/orders?before=',
    '/notifications?after=',
    '/sign-in?next=',
    '/staff/drops?after=',
    '/staff/accounting?month=',
    '/staff/discounts?after=',
    '/staff/credit?after=',
    '/search?q=',
    '/compare?of=',
  ]) {
    for (const hard of inTurn(query)) tried.push({ path: `/en${query}${hard}`, method: 'GET' });
  }
  const faults: string[] = [];
  const next = tried.values();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const { path, method } of next) {
        const { status, location } = await answerOf(path, admin, method);
        const own =
          status < 300 ||
          status >= 400 ||
          (location.startsWith('/') && !/^\/[/\\]/.test(location)) ||
          location.startsWith(process.env.E2E_ADDRESS!);
        if (status >= 500 || status < 200 || !own)
          faults.push(`${method} ${path.slice(0, 120)}: ${status} ${location.slice(0, 80)}`);
      }
    }),
  );
  expect(tried.length).toBeGreaterThan(500);
  expect(faults).toEqual([]);
});

test('names in any script, with per cents and accents, open wherever they stand', async () => {
  const fox = '狐尾秋季首发-café-50%25';
  const coded = encodeURIComponent(fox);
  const source = await one(`SELECT "id" FROM "Drop" WHERE "announcedAt" IS NOT NULL LIMIT 1`);
  const drop = await copy('Drop', `"id" = '${source}'`, { slug: fox, title: 'Foxtail of autumn' });
  const wave = await copy('Wave', `"dropId" = '${source}'`, { dropId: drop });
  await copy('Allotment', `"waveId" IN (SELECT w."id" FROM "Wave" w WHERE w."dropId" = '${source}')`, {
    waveId: wave,
    ledgerSeq: 0,
  });
  const board = await copy('Board', `"visibility" = 'PUBLIC'`, {
    slug: fox,
    name: 'Tea house',
    source: null,
    sourceId: null,
  });
  const product = await copy('Product', `"status" = 'ACTIVE'`, { handle: fox, title: 'Foxtail cotton' });
  const release = await copy('Release', `"publishedAt" IS NOT NULL`, {
    slug: fox,
    version: '77.7',
    title: 'Foxtail firmware',
  });
  try {
    const pages = {
      [`/drops/${coded}`]: 'Foxtail of autumn',
      [`/drops/${coded}/report`]: 'Foxtail of autumn',
      [`/boards/${coded}`]: 'Tea house',
      [`/boards/${coded}/feed.xml`]: 'Tea house',
      [`/products/${coded}`]: 'Foxtail cotton',
      [`/releases/${coded}`]: 'Foxtail firmware',
    };
    for (const [path, title] of Object.entries(pages)) {
      for (const address of [path, path.replace('caf%C3%A9', 'cafe%CC%81')]) {
        const { status, body } = await answerInTurn(`/en${address}`);
        expect.soft([address, status]).toEqual([address, 200]);
        // The head and the page are given their parts in different forms; both must have found it.
        expect.soft(/<title>([^<]*)/.exec(body)?.[1], address).toContain(title);
      }
    }
    for (const part of ['state', 'ledger', 'live'])
      expect.soft([part, (await answerOf(`/api/drops/${coded}/${part}`)).status]).toEqual([part, 200]);
    const viewer = await answerOf(
      `/api/viewer?path=${encodeURIComponent(`/en/drops/${coded}`)}`,
      await cookieOf('fan'),
    );
    expect.soft(JSON.parse(viewer.body)).toHaveProperty('drop.claim');
  } finally {
    await sql('DELETE FROM "Allotment" WHERE "waveId" = $1', [wave]);
    await sql('DELETE FROM "Wave" WHERE "dropId" = $1', [drop]);
    for (const [table, id] of Object.entries({ Drop: drop, Board: board, Product: product, Release: release }))
      await sql(`DELETE FROM "${table}" WHERE "id" = $1`, [id]);
  }
});

// The test before asks for hundreds of pages that are not there: its network has to wait until it may ask for a new one.
async function answerInTurn(path: string): Promise<Answered> {
  for (let tries = 0; tries < 15; tries += 1) {
    const answered = await answerOf(path);
    if (answered.status !== 429) return answered;
    await pause(2_000);
  }
  return answerOf(path);
}

// Written to the socket as it stands: clients of the Web tidy an address before they send it.
function answerOf(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const { hostname, port } = new URL(process.env.E2E_ADDRESS!);
  return new Promise((resolve, reject) => {
    const sent = ask(
      { hostname, port, path, method, headers: { ...headers, 'accept-encoding': 'identity' } },
      (response) => {
        const [status, location] = [response.statusCode ?? 0, response.headers.location ?? ''];
        if (/event-stream/.test(response.headers['content-type'] ?? ''))
          return (resolve({ status, location, body: '' }), void response.destroy());
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve({ status, location, body: Buffer.concat(chunks).toString() }));
      },
    );
    sent.on('error', reject).end();
  });
}
