import { onBoard } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { postsPerPage } from '.';

type Place = {
  number: number;
  thread: { number: number; slug: string; postCount: number };
  board: { visibility: string };
};

/** Where a post is read: in a long thread on the page that begins with it, on a restricted board under its path for members. */
export function postPath({ number, thread, board }: Place): string {
  const page = thread.postCount > postsPerPage && number > 1 ? paths.threadFrom(thread, number) : paths.thread(thread);
  return `${onBoard(board, page)}#post-${number}`;
}
