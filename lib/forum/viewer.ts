import type { Actor } from '@/lib/core/actor';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import {
  getOwnBoardPart,
  getOwnThreadPart,
  listBoards,
  type BoardFacts,
  type BoardItem,
  type OwnBoardPart,
  type OwnThreadPart,
} from './queries';

/** The reader's part in the forum, by the page they are on. */
export type ViewerForum = {
  thread?: OwnThreadPart | null;
  board?: OwnBoardPart | null;
  /** Boards behind the members' door that the reader may enter. */
  innerBoards?: (Omit<BoardFacts, 'postTrust' | 'product'> & Pick<BoardItem, 'threads'>)[];
};

/** What belongs to the reader on a page of the forum: their rooms, their unread marks, their votes. */
export async function forumPart(actor: Actor, parts: string[]): Promise<ViewerForum> {
  const [room, name] = parts[0] === 'inner' ? parts.slice(1) : parts;
  const number = room === 't' && name ? readNumber(name) : null;
  if (number) return { thread: await getOwnThreadPart(reading(actor), { number }) };
  if (room === 'boards' && name) return { board: await getOwnBoardPart(reading(actor), { slug: name }) };
  if (room === 'boards') return { innerBoards: (await listBoards(reading(actor), { inner: true })).map(brief) };
  return {};
}

type Listed = Awaited<ReturnType<typeof listBoards>>[number];

const brief = ({ slug, name, nameZh, description, descriptionZh, visibility, threads }: Listed) => ({
  slug,
  name,
  nameZh,
  description,
  descriptionZh,
  visibility,
  threads,
});
