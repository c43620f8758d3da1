import type { Reading } from '@/lib/core/context';
import { sentAddress } from '@/lib/core/address';
import { isUuid } from '@/lib/core/ids';
import { Prisma } from '@/lib/core/prisma-client/client';
import { anywherePattern } from '@/lib/core/like-pattern';
import { plainName } from '@/lib/members/published';

import { mostHops, type PlannedRow } from '../choices';
import { readFileRows } from '../file-rows';
import { keyOf, planRows } from '../plan';

type Db = Pick<Reading, 'db'>;

/** Where the redirect of an address leads in the end, past those that it leads to; null where it has none. One statement for each of them. */
export async function findRedirect({ db }: Db, { path }: { path: string }): Promise<string | null> {
  let target: string | null = null;
  let key: string | null = path;
  for (let hops = 0; key !== null && hops < mostHops; hops += 1) {
    const row: { to: string } | null = await db.redirect.findUnique({ where: { fromPath: key }, select: { to: true } });
    if (!row) break;
    target = row.to;
    key = keyOf(target);
  }
  return target;
}

const shown = {
  ...{ id: true, fromPath: true, to: true, version: true, updatedAt: true },
  by: { select: plainName },
} as const;

export const redirectsPerPage = 50;

/** A redirect in the list of staff. */
export type StaffRedirect = Awaited<ReturnType<typeof listRedirects>>['rows'][number];

type Asked = { words?: string; after?: string; before?: string };

/**
 * Redirects by their address, and the ids at which the page before this one and the page after it begin. Words are looked for in both
 * addresses, by an index. One statement for the page, one for where it begins, one for the ids that the words find.
 */
export async function listRedirects({ db }: Db, { words, after, before }: Asked = {}) {
  const ids = words ? await search(db, words) : null;
  const [edge, back] = [await placeOf(db, before ?? after), before !== undefined];
  const place = edge === null ? {} : { fromPath: back ? { lt: edge } : { gt: edge } };
  const read = await db.redirect.findMany({
    where: { ...place, ...(ids && { id: { in: ids.slice(0, mostFound) } }) },
    orderBy: { fromPath: back ? 'desc' : 'asc' },
    take: redirectsPerPage + 1,
    select: shown,
  });
  const more = read.length > redirectsPerPage;
  const rows = back ? read.slice(0, redirectsPerPage).reverse() : read.slice(0, redirectsPerPage);
  return {
    rows,
    previous: (back ? more : edge !== null) ? (rows[0]?.id ?? null) : null,
    next: back || more ? (rows.at(-1)?.id ?? null) : null,
    cut: ids !== null && ids.length > mostFound,
  };
}

// One that was deleted meanwhile begins nothing: the first page is shown.
async function placeOf(db: Reading['db'], id: string | undefined): Promise<string | null> {
  if (id === undefined || !isUuid(id)) return null;
  return (await db.redirect.findUnique({ where: { id }, select: { fromPath: true } }))?.fromPath ?? null;
}

/** How many redirects a search finds at most. */
export const mostFound = 1_000;

async function search(db: Reading['db'], words: string): Promise<string[]> {
  const like = anywherePattern(words.toLowerCase().normalize('NFC'));
  // Targets stand encoded, as they are sent.
  const coded = anywherePattern(sentAddress(words).toLowerCase());
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Redirect" WHERE ${found} LIKE ${like} OR ${found} LIKE ${coded} LIMIT ${mostFound + 1}`;
  return rows.map(({ id }) => id);
}

// As the index has it, which is made by hand.
const found = Prisma.sql`lower("fromPath" || ' ' || "to")`;

/** One redirect for the form that changes it; null where there is none. */
export function getRedirect({ db }: Db, { id }: { id: string }): Promise<StaffRedirect | null> {
  return db.redirect.findUnique({ where: { id }, select: shown });
}

/** How many redirects there are. */
export function countRedirects({ db }: Db): Promise<number> {
  return db.redirect.count();
}

/** The file that a member has sent, each row with what would become of it now; or, once it was taken over, those that were refused. */
export async function getRedirectFile({ db }: Db, { memberId }: { memberId: string }) {
  const file = await db.redirectFile.findUnique({
    where: { memberId },
    select: { key: true, rows: true, at: true, takenAt: true, added: true, changed: true, unchanged: true },
  });
  if (!file) return null;
  const rows = readFileRows(file.rows);
  const planned = file.takenAt
    ? rows.map((row): PlannedRow => ({ ...row, fate: 'refused' }))
    : await planRows({ db }, rows);
  return { ...file, rows: planned };
}

/** Redirects behind an address, by their address, for a file of all of them. */
export function listForExport({ db }: Db, { after, size }: { after?: string; size: number }) {
  return db.redirect.findMany({
    where: after ? { fromPath: { gt: after } } : {},
    orderBy: { fromPath: 'asc' },
    take: size,
    select: { fromPath: true, to: true },
  });
}
