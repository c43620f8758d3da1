import { path, withQuery } from '@/lib/core/paths';

type Thread = { number: number; slug: string };

/** Paths of this domain's pages, without their language. */
export const forumPaths = {
  boards: () => '/boards',
  board: (slug: string, ...view: string[]) => path('boards', slug, ...view),
  boardPage: (slug: string, cursor: string) => path('boards', slug, 'after', cursor),
  boardFeed: (slug: string) => path('boards', slug, 'feed.xml'),
  thread: ({ number, slug }: Thread) => path('t', number, slug),
  post: (thread: Thread, number: number) => `${forumPaths.thread(thread)}#post-${number}`,
  threadFrom: ({ number, slug }: Thread, from: number) => path('t', number, slug, 'from', from),
  innerBoards: () => '/inner',
  innerBoard: (slug: string, ...view: string[]) => path('inner', 'boards', slug, ...view),
  innerThread: ({ number, slug }: Thread) => path('inner', 't', number, slug),
  newThread: (board?: string, kind?: string) => withQuery('/new', { board, kind }),
} as const;
