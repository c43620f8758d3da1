import type { Reading } from '@/lib/core/context';
import { memberFace } from '@/lib/members/published';

import { publicBoard, shownThread } from '../scopes';

/** A product's public boards with what was said there last. One statement. */
export async function listProductBoards({ db }: Pick<Reading, 'db'>, { productId }: { productId: string }) {
  return db.board.findMany({
    where: { productId, ...publicBoard },
    orderBy: { position: 'asc' },
    take: 10,
    select: {
      slug: true,
      name: true,
      nameZh: true,
      description: true,
      descriptionZh: true,
      threadCount: true,
      threads: {
        where: shownThread,
        orderBy: { lastPostAt: 'desc' },
        take: 6,
        select: {
          number: true,
          slug: true,
          title: true,
          lang: true,
          postCount: true,
          lastPostAt: true,
          author: { select: memberFace },
        },
      },
    },
  });
}
