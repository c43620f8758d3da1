import type { Reading } from '@/lib/core/context';

import { boardFields } from './views';

const mostBoards = 200;

const fields = { ...boardFields, productId: true, threadCount: true, version: true } as const;

/** A board as staff change it. */
export type StaffBoard = NonNullable<Awaited<ReturnType<typeof getStaffBoard>>>;

/** Every board in its order, for staff. One statement. */
export function listStaffBoards({ db }: Pick<Reading, 'db'>) {
  return db.board.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }], take: mostBoards, select: fields });
}

/** One of them; null where there is none. */
export function getStaffBoard({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  return db.board.findUnique({ where: { slug }, select: fields });
}
