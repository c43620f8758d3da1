import type { Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { getOwnBoardPart, getOwnThreadPart, listBoards } from '@/lib/forum/queries';

import type { ViewerForum } from './viewer-schema';

/** What belongs to the reader on a page of the forum: their rooms, their unread marks, their votes. */
export async function forumPart(actor: Actor, path: string): Promise<ViewerForum> {
  const [room, name] = path.replace(/^\/(en|zh)\/(inner(?=\/)\/?)?/, '').split('/');
  if (room === 't' && /^\d{1,9}$/.test(name ?? '')) return { thread: await getOwnThreadPart(reading(actor), { number: Number(name) }) };
  if (room === 'boards' && name) return { board: await getOwnBoardPart(reading(actor), { slug: decoded(name) }) };
  if (room === 'boards') return { innerBoards: (await listBoards(reading(actor), { inner: true })).map(brief) };
  return {};
}

type Listed = Awaited<ReturnType<typeof listBoards>>[number];

const brief = ({ slug, name, nameZh, description, descriptionZh, visibility, threads }: Listed) => (
  { slug, name, nameZh, description, descriptionZh, visibility, threads }
);

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
