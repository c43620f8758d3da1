import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

import type { Standing } from '../rules';
import { inTree } from '../tree';
import { readerOf, visibleBoards } from '../visible-boards';
import { asBoard, boardFields, type BoardFacts } from './views';
import { innerBoard, liveBoard, shownThread } from '../scopes';

export type BoardItem = BoardFacts & {
  /** How far below the root it stands, among the boards that are listed. */
  level: number;
  threads: number;
  latest: { number: number; slug: string; title: string; lang: string; at: Date; by: string } | null;
};

const mostBoards = 200;

/** Every board that the reader may see, in the order of their tree, with its size and its latest conversation. One statement. */
export async function listBoards(reading: Reading, { inner }: { inner?: boolean } = {}): Promise<BoardItem[]> {
  const boards = await reading.db.board.findMany({
    where: { AND: [await visibleBoards(reading), inner ? innerBoard : {}] },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: mostBoards,
    select: {
      ...boardFields,
      id: true,
      parentId: true,
      threadCount: true,
      threads: {
        where: shownThread,
        orderBy: [{ lastPostAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { number: true, slug: true, title: true, lang: true, lastPostAt: true, author: { select: plainName } },
      },
    },
  });
  return inTree(boards).map(({ threadCount, threads: [latest], id: _id, parentId: _parent, ...board }) => ({
    ...asBoard(board),
    threads: threadCount,
    latest: latest ? brief(latest) : null,
  }));
}

type Newest = { number: number; slug: string; title: string; lang: string; lastPostAt: Date; author: { name: string } };

function brief({ number, slug, title, lang, lastPostAt, author }: Newest): NonNullable<BoardItem['latest']> {
  return { number, slug, title, lang, at: lastPostAt, by: author.name };
}

/** The boards that the reader sees, for the composer, with what their rules ask of the reader. One statement, two for a member. */
export async function listBoardsToWrite(
  reading: Reading,
): Promise<{ standing: Standing; boards: (BoardFacts & { productId: string | null })[] }> {
  const { boards: where, ...standing } = await readerOf(reading);
  const boards = await reading.db.board.findMany({
    where: { AND: [where, liveBoard] },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    take: mostBoards,
    select: { ...boardFields, productId: true },
  });
  return { standing, boards: boards.map(asBoard) };
}
