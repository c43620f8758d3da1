/** Public pages are the same bytes for everyone, and hold nothing of what is not public. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { APIRequestContext } from '@playwright/test';

import { cookieOf, makeUnconfirmed, one, publicPaths, sessionOf, sql } from './support/world';
import { expect, test } from './support/test';

const everyPage = async () =>
  Object.entries(await publicPaths()).flatMap(([name, page]) =>
    ['en', 'zh'].map((locale) => ({ name: `${name} (${locale})`, address: `/${locale}${page}` })),
  );

test('public pages are the same bytes for a guest, a fan and an admin, and may be kept by anybody', async ({
  request,
}) => {
  test.setTimeout(120_000);
  const visitors = [{}, await cookieOf('fan'), await cookieOf('admin')];
  const problems: string[] = [];
  for (const { name, address } of await everyPage()) {
    const answers = await sameMoment(request, address, visitors);
    const bodies = new Set(answers.map(({ body }) => body));
    if (bodies.size > 1) problems.push(`${name} differs between visitors`);
    for (const { status, headers } of answers) {
      if (status !== 200) problems.push(`${name} answers ${status}`);
      if (
        !/s-maxage=[1-9]/.test(headers['cache-control'] ?? '') ||
        /private|no-store/.test(headers['cache-control'] ?? '')
      )
        problems.push(`${name}: ${headers['cache-control']}`);
      if ('set-cookie' in headers || /cookie/i.test(headers.vary ?? '')) problems.push(`${name} depends on a cookie`);
    }
  }
  expect([...new Set(problems)]).toEqual([]);
});

test('control: a page for members is not the same bytes, and nobody may keep it', async ({ request }) => {
  const answers = await Promise.all(
    ['fan', 'admin'].map(async (who) => request.get('/en/account', { headers: await cookieOf(who) })),
  );
  expect(await answers[0]!.text()).not.toBe(await answers[1]!.text());
  for (const answer of answers) expect(answer.headers()['cache-control']).toMatch(/private|no-store/);
});

// A page is made anew every five seconds, and whenever a test beside this one writes: only answers around one moment can be compared, so a
// changed one is asked again.
async function sameMoment(request: APIRequestContext, address: string, visitors: Record<string, string>[]) {
  for (let attempt = 1; ; attempt += 1) {
    const answers: { status: number; headers: Record<string, string>; body: string }[] = [];
    for (const headers of visitors) {
      const answer = await request.get(address, { headers });
      answers.push({ status: answer.status(), headers: answer.headers(), body: await answer.text() });
    }
    // A page that is made anew meanwhile may be seen by one visitor first; one that differs between visitors differs each time.
    if (answers.every(({ body }) => body === answers[0]!.body) || attempt === 12) return answers;
  }
}

type Prerendered = { srcRoute: string; response?: string; compute?: string };

const dist = process.env.NEXT_DIST_DIR ?? '.next';
const built = <T>(file: string): T => JSON.parse(readFileSync(path.resolve(dist, file), 'utf8')) as T;

/** Whether Next made the whole document ahead of any request, with nothing postponed until there is one. */
function isWhole(address: string, { response, compute }: Prerendered): boolean {
  const meta = built<{ postponed?: string }>(`server/app${address}.meta`);
  return response === 'complete' && compute === 'static' && meta.postponed === undefined;
}

test('the build’s route table: no public page has a part that waits for a request', () => {
  const made = Object.entries(built<{ routes: Record<string, Prerendered> }>('prerender-manifest.json').routes);
  const routes = Object.entries(built<Record<string, string>>('app-path-routes-manifest.json'));
  const pagesOf = (groups: RegExp) =>
    routes.filter(([file]) => groups.test(file) && file.endsWith('/page')).map(([, route]) => route);
  const publicPages = pagesOf(/^\/\[locale\]\/\(site\)\/\((community|shop)\)\//);
  expect(publicPages.length).toBeGreaterThan(12);
  const problems = publicPages.flatMap((route) => {
    const examples = made.filter(([, { srcRoute }]) => srcRoute === route);
    // The build asks no database: it makes each page once, under a placeholder; what members see is asked for above.
    if (examples.length === 0) return [`${route}: not made ahead`];
    return examples
      .filter(([address, about]) => !isWhole(address, about))
      .map(([address]) => `${address} has a request-bound part`);
  });
  expect(problems).toEqual([]);

  const memberPages = new Set(pagesOf(/^\/\[locale\]\/\(site\)\/\(account\)\//));
  const control = made.filter(([, { srcRoute }]) => memberPages.has(srcRoute));
  expect(control.filter(([address, about]) => !isWhole(address, about)).length).toBeGreaterThan(3);
});

test('what stands on a private board is in no public document, feed, map or viewer answer', async ({ request }) => {
  test.setTimeout(120_000);
  const secrets = await sql(
    `SELECT t."number", t."slug", t."title" FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" <> 'PUBLIC'`,
  );
  expect(secrets.length).toBeGreaterThan(1);
  const rooms = (await sql(`SELECT "slug" FROM "Board" WHERE "visibility" <> 'PUBLIC'`)).map(({ slug }) =>
    String(slug),
  );
  const authors = (
    await sql(
      `SELECT DISTINCT m."handle" FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" JOIN "Post" p ON p."threadId" = t."id" JOIN "Member" m ON m."id" = p."authorId" WHERE b."visibility" <> 'PUBLIC'`,
    )
  ).map(({ handle }) => `/en/u/${String(handle)}`);
  const boards = (await sql(`SELECT "slug" FROM "Board"`)).map(({ slug }) => String(slug));
  const products = (await sql(`SELECT "handle" FROM "Product" WHERE "status" = 'ACTIVE'`)).map(
    ({ handle }) => `/en/products/${String(handle)}`,
  );
  const inner = secrets.flatMap(({ number, slug }) => [
    `/t/${number}/${encodeURIComponent(String(slug))}`,
    `/inner/t/${number}/${encodeURIComponent(String(slug))}`,
  ]);
  const documents = [
    ...(await everyPage()).map(({ address }) => address),
    ...authors,
    ...products,
    ...boards.flatMap((slug) => [`/en/boards/${slug}`, `/zh/boards/${slug}`, `/en/boards/${slug}/feed.xml`]),
    ...inner.flatMap((page) => [`/en${page}`, `/zh${page}`]),
    ...rooms.map((slug) => `/en/inner/boards/${slug}`),
    '/sitemap.xml',
    ...(await mapParts(request)),
    '/robots.txt',
  ];
  const asked = [
    '/en',
    '/en/boards',
    ...rooms.flatMap((slug) => [`/en/boards/${slug}`, `/en/inner/boards/${slug}`]),
    ...inner.map((page) => `/en${page}`),
  ];
  const found: string[] = [];
  const look = async (who: string, address: string, headers: Record<string, string>) => {
    const text = await (await request.get(address, { headers, maxRedirects: 0 })).text();
    for (const { title } of secrets)
      if (spelt(String(title)).some((words) => text.includes(words)))
        found.push(`${who}: ${address} tells “${String(title)}”`);
  };
  const outsiders: [string, Record<string, string>][] = [
    ['guest', {}],
    ['fan', await cookieOf('fan')],
    ['unconfirmed', await cookieOf(await makeUnconfirmed())],
  ];
  for (const address of documents) await look('guest', address, {});
  for (const [who, headers] of outsiders) {
    for (const address of asked) await look(who, `/api/viewer?path=${encodeURIComponent(address)}`, headers);
    for (const address of [...inner.map((page) => `/en${page}`), ...rooms.map((slug) => `/en/inner/boards/${slug}`)])
      await look(who, address, headers);
  }
  expect(found).toEqual([]);

  const told = await (await request.get(`/en${inner[1]}`, { headers: await cookieOf('admin') })).text();
  expect(spelt(String(secrets[0]!.title)).some((words) => told.includes(words))).toBe(true);
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

/** The ways in which a title can stand in HTML, in JSON and in an address. */
const spelt = (title: string): string[] => [
  title,
  escaped(title),
  JSON.stringify(title).slice(1, -1),
  encodeURIComponent(title),
];

async function mapParts(request: APIRequestContext): Promise<string[]> {
  const index = await (await request.get('/sitemap.xml')).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  expect(parts.length).toBeGreaterThan(1);
  return parts;
}

test('unpublished work is not told either: planned drops, drafts of releases, hidden posts', async ({ request }) => {
  const drop = 'planned-in-secret';
  const product = await one(`SELECT "id" FROM "Product" WHERE "handle" = 'foxtail-air'`);
  await sql(
    `INSERT INTO "Drop" ("id", "slug", "productId", "title", "createdAt") VALUES (gen_random_uuid(), $1, $2, 'Quietly planned', now()) ON CONFLICT DO NOTHING`,
    [drop, product],
  );
  expect((await request.get(`/en/drops/${drop}`)).status()).toBe(404);
  expect((await request.get(`/api/drops/${drop}/state`)).status()).toBe(404);
  for (const [release] of (await sql('SELECT "slug" FROM "Release" WHERE "publishedAt" IS NULL')).map((row) =>
    Object.values(row),
  )) {
    expect((await request.get(`/en/releases/${String(release)}`)).status()).toBe(404);
  }
  const hidden = await sql(
    `SELECT t."number", p."excerpt" FROM "Hiding" h JOIN "Post" p ON p."id" = h."postId" JOIN "Thread" t ON t."id" = p."threadId" WHERE length(p."excerpt") > 20`,
  );
  const { name, value } = await sessionOf('fan');
  for (const { number, excerpt } of hidden) {
    const text = await (
      await request.get(`/en/t/${String(number)}`, { headers: { cookie: `${name}=${value}` } })
    ).text();
    expect(text).not.toContain(String(excerpt).slice(0, 20));
  }
});
