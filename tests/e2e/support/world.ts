/** The seeded demo as the browser tests see it: its people's sessions, and the addresses of what it shows. */
import { randomUUID } from 'node:crypto';

import type { APIRequestContext, APIResponse } from '@playwright/test';

import { ask } from '@/scripts/lib/ask';
import { env } from '@/lib/core/env';
import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';

type Row = Record<string, unknown>;

export const sql = (text: string, values: unknown[] = []): Promise<Row[]> => ask(env.DATABASE_URL, text, values);

/** One value of the first row; fails where the seed has no such thing. */
export async function one(text: string, values: unknown[] = []): Promise<string> {
  const [row] = await sql(text, values);
  if (!row) throw new Error(`The seed has nothing for: ${text}`);
  return String(Object.values(row)[0]);
}

/** The cookie that signs a member in; `who` is what stands before @demo.millet. */
export async function sessionOf(who: string): Promise<{ name: string; value: string }> {
  const [row] = await sql('SELECT "id", "sessionVersion" FROM "Member" WHERE "email" = $1', [`${who}@demo.millet`]);
  if (!row) throw new Error(`Nobody signs in as ${who}`);
  return {
    name: sessionCookie,
    value: await sealSession({ memberId: String(row.id), version: Number(row.sessionVersion) }),
  };
}

export async function cookieOf(who: string): Promise<{ cookie: string }> {
  const { name, value } = await sessionOf(who);
  return { cookie: `${name}=${value}` };
}

/** A member whose address is not proved, which nobody in the demo is. */
export async function makeUnconfirmed(): Promise<string> {
  const handle = `raw${randomUUID().slice(0, 6)}`;
  await sql(
    `INSERT INTO "Member" ("id", "handle", "name", "email", "trust", "createdAt") VALUES (gen_random_uuid(), $1, $1, $2, 0, now())`,
    [handle, `${handle}@demo.millet`],
  );
  return handle;
}

/** Draws an announced drop's opening nearer: a form plans to the minute, and nobody needs to wait for one. */
export const openIn = (slug: string, seconds: number, database?: string): Promise<void> =>
  moveWave(slug, 'opensAt', seconds, database);

/** Draws its end nearer likewise. */
export const closeIn = (slug: string, seconds: number): Promise<void> => moveWave(slug, 'closesAt', seconds);

type Moment = 'opensAt' | 'closesAt';

async function moveWave(slug: string, which: Moment, seconds: number, database = env.DATABASE_URL): Promise<void> {
  const [moved] = await ask(
    database,
    `UPDATE "Wave" w SET "${which}" = now() + make_interval(secs => $2) FROM "Drop" d WHERE d."id" = w."dropId" AND d."slug" = $1 RETURNING d."id"`,
    [slug, seconds],
  );
  await ask(database, `SELECT pg_notify('millet_live', $1)`, [moved!.id]);
}

/** Claims as a client over HTTP does: a pass first, then the claim with it. */
export async function claimOver(
  request: APIRequestContext,
  { slug, variantId }: OpenDrop,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const asked = await request.post(`/api/drops/${slug}/pass`, { headers, data: {} });
  if (!asked.ok()) return asked;
  const { pass } = (await asked.json()) as { pass: string };
  return request.post(`/api/drops/${slug}/claim`, { headers, data: { variantId, pass } });
}

export type OpenDrop = { slug: string; variantId: string };

/** A drop of the demo's earphones that is open now. */
export async function openDrop(units = 20): Promise<OpenDrop> {
  const [drop, wave, allotment] = [randomUUID(), randomUUID(), randomUUID()];
  const slug = `trial-${drop.slice(0, 8)}`;
  const product = await one(`SELECT "id" FROM "Product" WHERE "handle" = 'foxtail-air'`);
  const variantId = await one('SELECT "id" FROM "Variant" WHERE "productId" = $1 ORDER BY "position" LIMIT 1', [
    product,
  ]);
  await sql(
    `INSERT INTO "Drop" ("id", "slug", "productId", "title", "titleZh", "createdAt", "announcedAt") VALUES ($1, $2, $3, 'A trial wave', '试发一批', now(), now())`,
    [drop, slug, product],
  );
  await sql(
    `INSERT INTO "Wave" ("id", "dropId", "number", "opensAt", "closesAt") VALUES ($1, $2, 1, now() - interval '1 day', now() + interval '1 day')`,
    [wave, drop],
  );
  await sql('INSERT INTO "Allotment" ("id", "waveId", "variantId", "units", "remaining") VALUES ($1, $2, $3, $4, 0)', [
    allotment,
    wave,
    variantId,
    units,
  ]);
  await sql(`SELECT append_movements($1, 'OFFERED', $2, ARRAY[NULL]::uuid[], now())`, [allotment, units]);
  return { slug, variantId };
}

/** Addresses without their language of one of everything that a guest may read. */
export async function publicPaths(): Promise<Record<string, string>> {
  const publicThread = `"Thread" t JOIN "Board" b ON b."id" = t."boardId" AND b."visibility" = 'PUBLIC'`;
  const opening = `WHERE NOT EXISTS (SELECT 1 FROM "Post" p JOIN "Hiding" h ON h."postId" = p."id" WHERE p."threadId" = t."id" AND p."number" = 1)`;
  const thread = (kind: string) =>
    one(
      `SELECT t."number" || '/' || t."slug" FROM ${publicThread} ${opening} AND t."kind" = '${kind}' AND t."lang" = 'en' ORDER BY t."postCount" DESC LIMIT 1`,
    );
  return {
    home: '',
    boards: '/boards',
    board: '/boards/foxtail-air',
    'quiet board': `/boards/${await one(`SELECT "slug" FROM "Board" WHERE "visibility" = 'PUBLIC' ORDER BY "threadCount" LIMIT 1`)}`,
    thread: `/t/${await thread('QUESTION')}`,
    'idea thread': `/t/${await thread('IDEA')}`,
    ideas: '/ideas',
    'ideas of a product': '/ideas/foxtail-air/all/new',
    'declined ideas': '/ideas/all/declined',
    roadmap: '/roadmap',
    'roadmap of a product': '/roadmap/foxtail-air',
    releases: '/releases',
    release: `/releases/${await one('SELECT "slug" FROM "Release" WHERE "publishedAt" IS NOT NULL ORDER BY "publishedAt" DESC LIMIT 1')}`,
    'own page': '/pages/about',
    'page with questions': '/pages/help',
    'law page': '/pages/privacy',
    products: '/products',
    collections: '/collections',
    collection: `/collections/${await one('SELECT "slug" FROM "Collection" WHERE "shownAt" IS NOT NULL LIMIT 1')}`,
    product: '/products/foxtail-air',
    drops: '/drops',
    'upcoming drop': '/drops/clip-first-bend',
    'past drop': '/drops/air-first-wave',
    'drop report': '/drops/air-first-wave/report',
    'decided draw': '/drops/hearth-lottery-of-eight/draw',
    'fair opening to come': '/drops/hearth-first-fire/draw',
    profile: '/u/ines',
  };
}
