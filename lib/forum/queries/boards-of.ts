import type { Reading } from '@/lib/core/context';

import { visibleBoards } from '../visible-boards';
import { asBoard, boardFields, type BoardFacts } from './views';

/** The boards of a product that the reader may see, those for its owners too. Two statements at most. */
export async function listBoardsOf(reading: Reading, { productId }: { productId: string }): Promise<BoardFacts[]> {
  const boards = await reading.db.board.findMany({
    where: { AND: [await visibleBoards(reading), { productId, archive: null }] },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: 10,
    select: boardFields,
  });
  return boards.map(asBoard);
}
