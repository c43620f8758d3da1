import type { Reading } from '@/lib/core/context';

import { visibleBoards } from '../visible-boards';

/** The address of the board into which the one of this address was merged, if the reader may see it. */
export async function findMovedTo(reading: Reading, { slug }: { slug: string }): Promise<string | null> {
  const moved = await reading.db.boardAddress.findFirst({
    where: { slug, board: await visibleBoards(reading) },
    select: { board: { select: { slug: true } } },
  });
  return moved?.board.slug ?? null;
}
