import type { SignedIn } from '@/lib/core/actor';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Viewer } from '@/lib/core/viewer';

import {
  getOwnBoardPart,
  getOwnThreadPart,
  listBoards,
  type BoardFacts,
  type BoardItem,
  type OwnBoardPart,
  type OwnThreadPart,
} from './queries';

declare module '@/lib/core/viewer' {
  interface Viewer {
    thread?: OwnThreadPart | null;
    board?: OwnBoardPart | null;
    /** Boards that only signed-in members may read, of which the reader may read these. */
    innerBoards?: (Omit<BoardFacts, 'rules' | 'product' | 'above' | 'archive'> & Pick<BoardItem, 'threads'>)[];
  }
}

/** What belongs to the reader on a page of the forum: their boards, their unread marks, their votes. */
export async function forumPart(actor: SignedIn, parts: string[]): Promise<Partial<Viewer>> {
  const [segment, name] = parts[0] === 'inner' ? parts.slice(1) : parts;
  const number = segment === 't' && name ? readNumber(name) : null;
  if (number) return { thread: await getOwnThreadPart(reading(actor), { number }) };
  if (segment === 'boards' && name) return { board: await getOwnBoardPart(reading(actor), { slug: name }) };
  if (segment === 'boards') return { innerBoards: (await listBoards(reading(actor), { inner: true })).map(brief) };
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
