import type { Reading } from '@/lib/core/context';

/** Whether there is a board at all. */
export async function hasBoard({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (await db.board.findFirst({ select: { id: true } })) !== null;
}

/** Whether there is a board on which members can write ideas: one of a product, and not in the archive. */
export async function hasIdeasBoard({ db }: Pick<Reading, 'db'>): Promise<boolean> {
  return (
    (await db.board.findFirst({ where: { productId: { not: null }, archive: null }, select: { id: true } })) !== null
  );
}
