import type { Reading } from '@/lib/core/context';

/** Whether there is a board at all. */
export async function hasBoard({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (await db.board.findFirst({ select: { id: true } })) !== null;
}
