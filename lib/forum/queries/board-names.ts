import type { Reading } from '@/lib/core/context';

const select = { id: true, name: true, nameZh: true } as const;

/** The names of boards for staff, whoever reads them, and of one more that is asked for, to choose from; staff read every board. */
export async function listBoardNames({ db }: Pick<Reading, 'db'>, { also }: { also?: string }) {
  const first = await db.board.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }], take: 300, select });
  if (!also || first.some(({ id }) => id === also)) return first;
  const one = await db.board.findUnique({ where: { id: also }, select });
  return one ? [...first, one] : first;
}
