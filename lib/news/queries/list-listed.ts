import { may } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { inOrderOf, readListPage, type ListPage } from '@/lib/core/list-page';

import { newsList, type AskedNews } from '../list';
import { maskAddress } from '../mask-address';

/** One page of who is on the list for news, with masked addresses; nobody for whom the list is not. */
export async function listListed(reading: Reading, { asked, zone }: { asked: AskedNews; zone: string }) {
  if (!may(reading.actor, 'news.export')) return { rows: [], page: { ids: [], count: 0 } satisfies ListPage };
  const page = await readListPage(newsList, asked, { db: reading.db, zone });
  const rows = await readRows(reading, page.ids);
  return { rows: rows.map(({ email, ...row }) => ({ ...row, masked: maskAddress(email) })), page };
}

export type ListedRow = Awaited<ReturnType<typeof listListed>>['rows'][number];

/** The cells of a file of who is on the list, their addresses whole; the flow has asked for the permission. */
export async function listedCells(reading: Pick<Reading, 'db'>, { ids }: { ids: string[] }) {
  const rows = await readRows(reading, ids);
  return rows.map(({ email, locale, askedAt, confirmedAt, wording }) => [
    email,
    locale,
    askedAt.toISOString(),
    confirmedAt!.toISOString(),
    wording,
  ]);
}

/** The first line of that file; programs read it, so that it is not translated. */
export const listedHead = ['email', 'language', 'asked_at', 'confirmed_at', 'wording'];

async function readRows({ db }: Pick<Reading, 'db'>, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await db.newsConsent.findMany({
    // Who left in the same moment is on the list no more.
    where: { id: { in: ids }, leftAt: null },
    select: { id: true, email: true, locale: true, askedAt: true, confirmedAt: true, wording: true },
  });
  return inOrderOf(
    ids.filter((id) => rows.some((row) => row.id === id)),
    rows,
  );
}
