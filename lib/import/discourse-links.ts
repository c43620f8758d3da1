import { db } from '@/lib/core/db';
import { paths } from '@/lib/paths';

import type { ImportedThread } from './discourse-types';
import { isPublicBoard } from '@/lib/forum/published';

const LINKED = /\/t\/(?:[^/"\s)]+\/)?(\d{1,9})(?=[/"\s)?#]|$)|data-topic="(\d{1,9})"|topic:\s*(\d{1,9})/g;

export type Links = {
  /** Where a post of a topic is read here; null when it is not here. */
  placeOf: (topic: number, post: number) => string | null;
  /** Ids of topics that are linked and are not here, or whose posts are not all. */
  missing: string[];
};

/** Finds the threads here to which the posts of a thread link. Two statements, or none when it links to none. */
export async function findLinks(thread: ImportedThread): Promise<Links> {
  const wanted = new Set(
    thread.posts.flatMap(({ html, raw }) =>
      [...`${html ?? ''} ${raw ?? ''}`.matchAll(LINKED)].map(([, path, quote, facts]) => path ?? quote ?? facts ?? ''),
    ),
  );
  if (wanted.size === 0) return { placeOf: () => null, missing: [] };
  const threads = await db.thread.findMany({
    where: { source: 'discourse', sourceId: { in: [...wanted] } },
    select: { sourceId: true, number: true, slug: true, board: { select: { visibility: true } } },
  });
  const here = new Map(threads.map((each) => [each.sourceId ?? '', each]));
  const own = here.get(thread.sourceId);
  const numbers = own ? await ownNumbers(thread) : new Map<number, number>();
  const placeOf = (topic: number, post: number) => {
    const target = here.get(`${topic}`);
    // The address tells the title: of a thread that not everybody reads it stays untold in other threads.
    if (!target || (target !== own && !isPublicBoard(target.board))) return null;
    const number = target === own ? numbers.get(post) : undefined;
    const inner = isPublicBoard(target.board) ? paths.thread(target) : paths.innerThread(target);
    return number ? `${inner}#post-${number}` : inner;
  };
  const missing = [...wanted].filter(
    (id) => !here.has(id) || (id === thread.sourceId && numbers.size < thread.posts.length),
  );
  return { placeOf, missing };
}

/** The numbers that the posts of a thread have here, by the numbers that they had there. */
async function ownNumbers({ posts }: ImportedThread): Promise<Map<number, number>> {
  const rows = await db.post.findMany({
    where: { source: 'discourse', sourceId: { in: posts.map(({ sourceId }) => sourceId) } },
    select: { sourceId: true, number: true },
  });
  const bySource = new Map(rows.map(({ sourceId, number }) => [sourceId, number]));
  return new Map(
    posts.flatMap(({ number, sourceId }) => {
      const here = bySource.get(sourceId);
      return here === undefined ? [] : [[number, here] as const];
    }),
  );
}
