import type { Reading } from '@/lib/core/context';
import { plainName } from '@/lib/members/published';

import { publicBoard, publicThread, shownThread } from '../scopes';

export type FeedItem = { number: number; slug: string; title: string; excerpt: string; author: string; at: Date };
export type Feed = {
  slug: string;
  name: string;
  nameZh: string;
  description: string;
  descriptionZh: string;
  items: FeedItem[];
};

const newest = 30;

/** A public board's newest threads with their first words. Other boards have no feed, for any reader. */
export async function getFeed({ db }: Reading, { slug }: { slug: string }): Promise<Feed | null> {
  const board = await db.board.findFirst({
    // A reader that follows the feed of a board that was merged goes on with the board where its threads are.
    where: { OR: [{ slug }, { formerly: { some: { slug } } }], ...publicBoard },
    select: {
      slug: true,
      name: true,
      nameZh: true,
      description: true,
      descriptionZh: true,
      threads: {
        where: shownThread,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: newest,
        select: {
          number: true,
          slug: true,
          title: true,
          createdAt: true,
          author: { select: plainName },
          posts: { where: { number: 1 }, select: { excerpt: true } },
        },
      },
    },
  });
  if (!board) return null;
  const { threads, ...facts } = board;
  const items = threads.map(({ number, slug: words, title, createdAt, author, posts }) => ({
    number,
    slug: words,
    title,
    excerpt: posts[0]?.excerpt ?? '',
    author: author.name,
    at: createdAt,
  }));
  return { ...facts, items };
}

const perPage = 5_000;

/** Public threads for the sitemap, by number, a page at a time. */
export async function listPublicThreads({ db }: Reading, { after = 0 }: { after?: number } = {}) {
  const rows = await db.thread.findMany({
    where: { number: { gt: after }, ...publicThread },
    orderBy: { number: 'asc' },
    take: perPage,
    select: { number: true, slug: true, lastPostAt: true },
  });
  return { threads: rows, next: rows.length === perPage ? rows.at(-1)!.number : null };
}

/** The number of the newest thread; 0 while there is none. */
export async function lastThreadNumber({ db }: Reading): Promise<number> {
  return (await db.thread.findFirst({ orderBy: { number: 'desc' }, select: { number: true } }))?.number ?? 0;
}
