import { readNumber } from '@/lib/core/address';
import type { Locale } from '@/lib/core/locale';
import { inLocale, onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Thread = { number: number; slug: string };

/** Paths of the forum in one language: of its public boards, or of those that only members read. */
export function forumPaths(locale: Locale, inner = false) {
  const at = (path: string) => inLocale(locale, onBoard({ visibility: inner ? 'MEMBERS' : 'PUBLIC' }, path));
  const from = (thread: Thread, number: number) =>
    number > 1 ? at(paths.threadFrom(thread, number)) : at(paths.thread(thread));
  return {
    boards: () => inLocale(locale, inner ? paths.innerBoards() : paths.boards()),
    board: (slug: string, ...view: string[]) => at(paths.board(slug, ...view)),
    thread: (thread: Thread) => at(paths.thread(thread)),
    from,
    /** A post of a thread, from a page that shows some of its posts: in its place there, or on the page that begins with it. */
    post: (thread: Thread, number: number, here: { number: number }[] = []) =>
      `${here.some((post) => post.number === number) ? '' : from(thread, number)}#post-${number}`,
  };
}

/** Segments of a board's address that show one kind of thread. */
export const kindViews = {
  discussions: 'DISCUSSION',
  questions: 'QUESTION',
  ideas: 'IDEA',
  reviews: 'REVIEW',
} as const;
export type KindView = keyof typeof kindViews;

/** What the segments after a board's name ask for: a kind, a place in the list, both or neither; null for what is no page. */
export function readBoardView(segments: string[] = []): { kind?: KindView; after?: string } | null {
  const rest = [...segments];
  const kind = rest[0] && rest[0] in kindViews ? (rest.shift() as KindView) : undefined;
  if (rest.length === 0) return { kind };
  return rest.length === 2 && rest[0] === 'after' ? { kind, after: rest[1] } : null;
}

/** What the segments after a thread's number ask for, under which name; null for what is no page. */
export function readThreadView(segments: string[] = []): { slug: string; from?: number } | null {
  const [slug = '', word, number = ''] = segments;
  if (segments.length <= 1) return { slug };
  const from = segments.length === 3 && word === 'from' && readNumber(number);
  return from ? { slug, from } : null;
}

/** Where a thread's page is, if it was asked for under a name that the thread does not have, or has no longer. */
export function ownAddress(
  locale: Locale,
  thread: Thread,
  { slug, from = 1 }: { slug: string; from?: number },
  inner = false,
): string | null {
  const { thread: whole, from: part } = forumPaths(locale, inner);
  const asked = { number: thread.number, slug };
  return whole(asked) === whole(thread) ? null : part(thread, from);
}
