import type { Reading } from '@/lib/core/context';

import { publicBoard, publicThread } from '../scopes';

/** How many boards and threads everyone may read, and the threads of ideas among them. Three statements. */
export async function countPublic({
  db,
}: Pick<Reading, 'db'>): Promise<{ boards: number; threads: number; ideas: number }> {
  const [boards, threads, ideas] = await Promise.all([
    db.board.count({ where: publicBoard }),
    db.thread.count({ where: publicThread }),
    db.thread.count({ where: { ...publicThread, kind: 'IDEA' } }),
  ]);
  return { boards, threads, ideas };
}
