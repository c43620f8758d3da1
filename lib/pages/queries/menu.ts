import { z } from 'zod';

import type { Reading } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { plainName } from '@/lib/members/published';

import { menuData, menuMost, type Menu, type MenuEntry, type MenuPart } from '../choices/menu';

type Db = Pick<Reading, 'db'>;

/** The menu as it was saved last. What this program cannot read of it is left out, and then follows at the end like what is new. */
export async function readMenu({ db }: Db): Promise<Menu> {
  const row = await db.menuVersion.findFirst({ orderBy: { version: 'desc' }, select: { version: true, data: true } });
  return row ? { version: row.version, entries: storedEntries(row) } : { version: 0, entries: [] };
}

const list = z.object({ entries: z.array(z.unknown()).max(1_000) });

function storedEntries({ version, data }: { version: number; data: unknown }): MenuEntry[] {
  const given = list.safeParse(data).data?.entries ?? [null];
  const read = given.map((each) => menuData.shape.entries.element.safeParse(each));
  if (read.some(({ success }) => !success)) log.error({ version }, 'a version of the menu cannot be read whole');
  return read.flatMap((each) => each.data ?? []);
}

/** A version of the menu in its history. */
export type MenuVersion = Menu & { parts: MenuPart[]; at: Date; by: { name: string } | null };

const page = 20;

/** The newest versions of the menu before a given one, each with what changed in it and who saved it. */
export async function listMenuVersions(
  { db }: Db,
  { before }: { before?: number } = {},
): Promise<{ versions: MenuVersion[]; next: number | null }> {
  const rows = await db.menuVersion.findMany({
    where: before === undefined ? {} : { version: { lt: before } },
    orderBy: { version: 'desc' },
    take: page + 1,
    select: { version: true, data: true, parts: true, at: true, actor: { select: plainName } },
  });
  const versions = rows
    .slice(0, page)
    .map(({ version, data, parts, at, actor }) => ({
      version,
      entries: storedEntries({ version, data }),
      parts: parts as MenuPart[],
      at,
      by: actor,
    }));
  return { versions, next: rows.length > page ? versions.at(-1)!.version : null };
}

/** A page of one's own that is to be in the menu, in whichever state. */
export type MenuPage = Awaited<ReturnType<typeof listMenuPages>>[number];

/** The pages of one's own that are to be in the menu, published or not, in the order of pages. One statement. */
export function listMenuPages({ db }: Db) {
  return db.page.findMany({
    where: { kind: 'OWN', place: 'HEADER' },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: menuMost.pages,
    select: { id: true, slug: true, title: true, titleZh: true, state: true },
  });
}
