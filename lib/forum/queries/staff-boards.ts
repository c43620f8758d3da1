import type { Reading } from '@/lib/core/context';

import { inTree } from '../tree';
import { aboveOf, boardFields } from './views';

const mostBoards = 200;

const fields = { id: true, parentId: true, ...boardFields, productId: true, threadCount: true, version: true } as const;

/** A board as staff change it. */
export type StaffBoard = NonNullable<Awaited<ReturnType<typeof getStaffBoard>>>;

/** Every board in the order of their tree, for staff. One statement. */
export async function listStaffBoards({ db }: Pick<Reading, 'db'>) {
  const boards = await db.board.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: mostBoards,
    select: fields,
  });
  return inTree(boards.map(asStaff));
}

/** One of them; null where there is none. */
export async function getStaffBoard({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  const board = await db.board.findUnique({ where: { slug }, select: fields });
  return board && asStaff(board);
}

const asStaff = <B extends { parent: Parameters<typeof aboveOf>[0] }>({ parent, ...board }: B) => ({
  ...board,
  above: aboveOf(parent, 'STAFF'),
});

/** How many threads and posts a merge of a board moves, hidden ones too. One statement. */
export async function countMergeable({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  const [counted] = await db.$queryRaw<{ threads: number; posts: number }[]>`
    SELECT count(*)::int AS threads, coalesce(sum(t."postCount"), 0)::int AS posts
    FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId" WHERE b."slug" = ${slug}`;
  return counted ?? { threads: 0, posts: 0 };
}

/** The merges that wait or run, the newest first. One statement. */
export function listMerges({ db }: Pick<Reading, 'db'>) {
  return db.boardMerge.findMany({
    where: { doneAt: null },
    orderBy: { at: 'desc' },
    take: 20,
    select: {
      id: true,
      fromSlug: true,
      total: true,
      moved: true,
      runAt: true,
      startedAt: true,
      from: { select: { name: true, nameZh: true } },
      into: { select: { name: true, nameZh: true } },
    },
  });
}
