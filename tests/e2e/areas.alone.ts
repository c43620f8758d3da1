/**
 * Areas of the site that are turned off: nothing of them is there, for guests and members, on any public page and endpoint. It turns them off
 * for everybody, so it has the server alone: `npm run test:e2e -- --alone`.
 */
import { areasOff, siteAreas, type SiteArea } from '@/lib/core/site-areas';
import { areaOf } from '@/lib/domains';

import { expect, test } from './support/test';
import { cookieOf, sql } from './support/world';

test.describe.configure({ timeout: 600_000 });

const address = process.env.E2E_ADDRESS!;
/** What is told to a reader of every page. */
const always = ['now', 'member', 'unread'];
const notHere = 'There’s nothing here';

test('every public page, feed, map and endpoint has nothing of an area that is off', async () => {
  const walk = await walkOf();
  // The control: with nothing off, everything that is looked for is there.
  const all = await walk([]);
  expect([all.missing, all.problems]).toEqual([[], []]);
  expect(new Set(all.mapped.map(areaOf))).toEqual(new Set([...siteAreas, null]));
  expect(Object.keys(all.told).toSorted()).toEqual(['community', 'drops', 'ideas', 'releases']);
  for (const area of siteAreas) {
    const off = areasOff([area]);
    const { problems, mapped } = await walk(off);
    expect([area, problems]).toEqual([area, []]);
    expect([area, mapped.filter((path) => off.includes(areaOf(path)!))]).toEqual([area, []]);
  }
  expect((await walk([])).missing).toEqual([]);
});

async function walkOf() {
  const [drop] = await sql(
    `SELECT d."slug" FROM "Drop" d JOIN "Wave" w ON w."dropId" = d."id" WHERE d."announcedAt" IS NOT NULL AND w."closesAt" < now() LIMIT 1`,
  );
  const [board] = await sql(`SELECT "slug" FROM "Board" WHERE "visibility" = 'PUBLIC' LIMIT 1`);
  const [post] = await sql(
    `SELECT p."id" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId" JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'PUBLIC' AND t."shown" LIMIT 1`,
  );
  const titles = await titlesOf();
  const fan = await cookieOf('fan');
  const known = (await readMap()).filter((path) => path.startsWith('/en'));
  const pages = [
    ...new Set([
      ...known,
      ...[`/en/drops/${drop!.slug}/report`, `/en/boards/${board!.slug}/feed.xml`, '/en/u/ines', '/en/pages/about'],
      ...['/en/nothing-here', '/en/sign-in', '/zh', '/zh/boards', '/zh/ideas', '/zh/drops'],
    ]),
  ];
  const endpoints = [
    ['GET', `/api/posts/${post!.id}/history`, 'community'],
    ['GET', `/api/drops/${drop!.slug}/state`, 'drops'],
    ['GET', `/api/drops/${drop!.slug}/ledger`, 'drops'],
    ['GET', `/api/drops/${drop!.slug}/live`, 'drops'],
  ] as const;
  // Of each of these pages the reader's own is told to a member, but not below what is no language.
  const own = [`drops/${drop!.slug}`, `boards/${board!.slug}`, 'boards'];

  return async (off: SiteArea[]) => {
    await turnOff(off);
    const isGone = (path: string) => off.includes(areaOf(path)!);
    const problems: string[] = [];
    const missing: string[] = [];
    const told: Partial<Record<SiteArea, true>> = {};
    const look = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(address + path, { headers, redirect: 'manual' });
      const text = await answer.text();
      if (isGone(path)) {
        if (answer.status !== 404) problems.push(`${path} answers ${answer.status}`);
        if (!path.endsWith('.xml') && path.startsWith('/en') && !text.includes(notHere))
          problems.push(`${path} does not say that nothing is here`);
      } else if (answer.status !== 200 && path !== '/en/nothing-here') missing.push(`${path} ${answer.status}`);
      for (const link of linksIn(text)) if (isGone(link)) problems.push(`${path} links to ${link}`);
      for (const [area, some] of Object.entries(titles) as [SiteArea, string[]][]) {
        const title = some.find((each) => text.includes(escaped(each)));
        if (title) told[area] = true;
        // The thread of an idea stays on its board like any other, and a product's page shows the last ones of its boards.
        const onBoards = areaOf(path) === 'community' || path.includes('/products/');
        const conversation = area === 'ideas' && onBoards && !off.includes('community');
        if (title && off.includes(area) && !conversation) problems.push(`${path} tells “${title}” of ${area}`);
      }
    };
    for (const path of pages) await look(path);
    for (const path of pages.filter((each) => areaOf(each) !== null).slice(0, 30)) await look(path, fan);
    for (const path of ['/en/new', '/en/inner']) if (isGone(path)) await look(path, fan);
    for (const [method, path, area] of endpoints) {
      const { status, body } = await fetch(address + path, { method, headers: fan });
      await body?.cancel();
      if ((status === 404) !== off.includes(area)) problems.push(`${path} answers ${status}`);
    }
    for (const first of ['en', 'zh', 'zh-CN', 'xx'])
      for (const rest of own) {
        const path = `/${first}/${rest}`;
        const answer = await fetch(`${address}/api/viewer?path=${encodeURIComponent(path)}`, { headers: fan });
        const told = Object.keys((await answer.json()) as object).filter((each) => !always.includes(each));
        const isPage = first.length === 2 && first !== 'xx';
        if (told.length > 0 !== (isPage && !isGone(path))) problems.push(`the viewer of ${path} has ${told}`);
      }
    return { problems: [...new Set(problems)], missing, told, mapped: await readMap() };
  };
}

async function turnOff(off: SiteArea[]): Promise<void> {
  await sql(
    `INSERT INTO "SettingsVersion" ("name", "version", "data", "at") SELECT 'areas', coalesce(max("version"), 0) + 1, $1::jsonb, now() FROM "SettingsVersion" WHERE "name" = 'areas'`,
    [JSON.stringify({ off })],
  );
  await sql(`SELECT pg_notify('millet_tags', '["settings:areas"]')`);
  const first: Record<SiteArea, string> = {
    ...{ community: 'boards', ideas: 'ideas', roadmap: 'roadmap' },
    ...{ releases: 'releases', shop: 'products', drops: 'drops' },
  };
  for (const area of siteAreas)
    await expect
      .poll(async () => (await fetch(`${address}/en/${first[area]}`)).status, { timeout: 10_000 })
      .toBe(off.includes(area) ? 404 : 200);
  // Within five seconds every page has followed.
  await new Promise((done) => setTimeout(done, 5_000));
}

/** What only pages of an area say: names of products stand everywhere. */
async function titlesOf(): Promise<Partial<Record<SiteArea, string[]>>> {
  const texts = async (text: string) =>
    (await sql(text)).map((row) => String(row.title)).filter((each) => each.length > 12);
  const threads = `"Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."visibility" = 'PUBLIC'`;
  return {
    community: await texts(`SELECT t."title" FROM ${threads} AND t."kind" <> 'IDEA'`),
    ideas: await texts(`SELECT t."title" FROM ${threads} AND t."kind" = 'IDEA'`),
    releases: await texts(`SELECT "title" FROM "Release" WHERE "publishedAt" IS NOT NULL`),
    drops: await texts(`SELECT "title" FROM "Drop" WHERE "announcedAt" IS NOT NULL`),
  };
}

async function readMap(): Promise<string[]> {
  const locations = async (path: string) => {
    const text = await (await fetch(address + path)).text();
    return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
  };
  const parts = await Promise.all((await locations('/sitemap.xml')).map(locations));
  return parts.flat();
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<(?:a|link)\s[^>]*?href="(\/(?:en|zh)\/[^"]*)"/g)].map(([, href]) => href!);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');
