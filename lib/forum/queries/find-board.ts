import type { Reading } from '@/lib/core/context';

import { liveBoard, publicBoard } from '../scopes';

/** The board on which a product's ideas are talked about by everyone. */
export async function findProductBoard({ db }: Pick<Reading, 'db'>, productId: string) {
  return db.board.findFirst({
    where: { productId, ...publicBoard, ...liveBoard },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, visibility: true },
  });
}
