import type { Reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { plainName } from '@/lib/members/published';

import { barData, noBar, type Bar } from '../choices/bar';

/** The bar as it was saved last, whether it is shown now or not. One that this program cannot read says nothing. */
export async function readBar({ db }: Pick<Reading, 'db'>): Promise<Bar> {
  const row = await db.barVersion.findFirst({ orderBy: { version: 'desc' }, select: { version: true, data: true } });
  return row ? storedBar(row) : noBar;
}

function storedBar({ version, data }: { version: number; data: unknown }): Bar {
  const read = barData.safeParse(data);
  if (!read.success) log.error({ version }, 'a version of the bar cannot be read');
  return { ...(read.data ?? noBar), version };
}

/** A version of the bar in its history. */
export type BarVersion = Bar & { at: Date; by: { name: string } | null };

const page = 20;

/** The newest versions of the bar before a given one, each with who saved it. */
export async function listBarVersions(
  { db }: Pick<Reading, 'db'>,
  { before }: { before?: number } = {},
): Promise<{ versions: BarVersion[]; next: number | null }> {
  const rows = await db.barVersion.findMany({
    where: before === undefined ? {} : { version: { lt: before } },
    orderBy: { version: 'desc' },
    take: page + 1,
    select: { version: true, data: true, at: true, actor: { select: plainName } },
  });
  const versions = rows
    .slice(0, page)
    .map(({ version, data, at, actor }) => ({ ...storedBar({ version, data }), at, by: actor }));
  return { versions, next: rows.length > page ? versions.at(-1)!.version : null };
}
