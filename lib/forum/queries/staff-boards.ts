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
