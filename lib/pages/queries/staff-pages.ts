import { z } from 'zod';

import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

import { readBlocks, storedBlocks } from '../choices/blocks';
import { editedFields, type PagePart } from '../parts';
import { renderBlocks } from '../render-blocks';

const mostPages = 200;

const listed = {
  ...{ id: true, kind: true, slug: true, state: true, place: true, title: true, titleZh: true },
  ...{ version: true, updatedAt: true },
} as const;

/** A page in the list of staff. */
export type StaffPage = Awaited<ReturnType<typeof listStaffPages>>[number];

/** Every page in its order, for staff. One statement. */
export function listStaffPages({ db }: Pick<Reading, 'db'>) {
  return db.page.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], take: mostPages, select: listed });
}

/** A page as staff change it. */
export type PageToEdit = NonNullable<Awaited<ReturnType<typeof getPageToEdit>>>;

/** One of them with its blocks as they were written; null where there is none. */
export async function getPageToEdit({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const page = await db.page.findUnique({ where: { id }, select: { ...editedFields, updatedAt: true } });
  return page && { ...page, blocks: readBlocks(page.blocks) };
}

/** A version of a page in its history. */
export type PageVersion = {
  version: number;
  state: PageVersionRow['state'];
  parts: PagePart[];
  at: Date;
  by: { name: string } | null;
};
type PageVersionRow = Awaited<ReturnType<typeof rowsOf>>[number];

const page = 20;

/** The newest versions of a page before a given one, each with what changed in it and who saved it. */
export async function listPageVersions(
  { db }: Pick<Reading, 'db'>,
  { id, before }: { id: string; before?: number },
): Promise<{ versions: PageVersion[]; next: number | null }> {
  const rows = await rowsOf(db, id, before);
  const versions = rows
    .slice(0, page)
    .map(({ version, state, parts, at, actor }) => ({ version, state, parts: parts as PagePart[], at, by: actor }));
  return { versions, next: rows.length > page ? versions.at(-1)!.version : null };
}

const rowsOf = (db: Reading['db'], pageId: string, before?: number) =>
  db.pageVersion.findMany({
    where: { pageId, ...(before !== undefined && { version: { lt: before } }) },
    orderBy: { version: 'desc' },
    take: page + 1,
    select: { version: true, state: true, parts: true, at: true, actor: { select: plainName } },
  });

const storedTexts = z.object({ title: z.string(), titleZh: z.string(), blocks: storedBlocks });
const writtenTexts = storedTexts.extend({ description: z.string().default(''), descriptionZh: z.string().default('') });

/** What stood in a page at an older version, to be changed and saved again; null where there is no such version, `unreadable` where this program cannot read it. */
export async function getPageWords({ db }: Pick<Reading, 'db'>, { id, version }: { id: string; version: number }) {
  const row = await db.pageVersion.findUnique({
    where: { pageId_version: { pageId: id, version } },
    select: { data: true },
  });
  if (!row) return null;
  return writtenTexts.safeParse(row.data).data ?? 'unreadable';
}

/** A page as it was saved once, rendered as it would be today; null and `unreadable` as for getPageWords. */
export async function previewVersion(reading: Pick<Reading, 'db'>, { id, version }: { id: string; version: number }) {
  const row = await reading.db.pageVersion.findUnique({
    where: { pageId_version: { pageId: id, version } },
    select: { data: true, at: true },
  });
  if (!row) return null;
  const read = storedTexts.safeParse(row.data);
  if (!read.success) return 'unreadable';
  return { ...read.data, blocks: await renderBlocks(reading, read.data.blocks), at: row.at };
}
