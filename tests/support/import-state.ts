import { db } from '@/lib/core/db';

/** The catalogue as anybody could tell it apart from another: every column but ids and the time of writing. */
export async function catalogState(): Promise<unknown> {
  const products = await db.product.findMany({
    orderBy: { handle: 'asc' },
    omit: { id: true, createdAt: true, updatedAt: true },
    include: {
      variants: {
        orderBy: { position: 'asc' },
        omit: { id: true, productId: true },
        include: { prices: { orderBy: { from: 'asc' }, omit: { id: true, variantId: true, from: true, until: true } } },
      },
      images: {
        orderBy: { position: 'asc' },
        omit: { id: true, productId: true, variantId: true },
        include: { variant: { select: { title: true } } },
      },
    },
  });
  return { products, jobs: await countJobs() };
}

/** The forum and its members, told by the source's ids. */
export async function forumState(): Promise<unknown> {
  const author = { select: { handle: true } } as const;
  const [members, boards, threads, posts] = await Promise.all([
    db.member.findMany({
      orderBy: { handle: 'asc' },
      omit: { id: true, createdAt: true },
      include: { suspensions: { select: { until: true } }, grants: true },
    }),
    db.board.findMany({ orderBy: { slug: 'asc' }, omit: { id: true, createdAt: true } }),
    db.thread.findMany({
      orderBy: { sourceId: 'asc' },
      omit: { id: true, number: true, boardId: true, authorId: true },
      include: {
        author,
        board: { select: { slug: true } },
        states: { select: { kind: true, post: { select: { sourceId: true } } }, orderBy: { kind: 'asc' } },
      },
    }),
    db.post.findMany({
      orderBy: { sourceId: 'asc' },
      omit: { id: true, threadId: true, authorId: true, parentId: true },
      include: {
        author,
        thread: { select: { sourceId: true } },
        parent: { select: { sourceId: true } },
        hiding: { select: { reason: true } },
        mentions: { select: { member: author } },
      },
    }),
  ]);
  return { members, boards, threads, posts, events: await db.event.count(), jobs: await countJobs() };
}

/** Every row of the given tables as it stands, ids and times and all: equal before and after means that nothing was written. */
export async function rowsOf(...tables: string[]): Promise<Record<string, unknown>> {
  const rows = await Promise.all(
    tables.map((table) =>
      db.$queryRawUnsafe<{ all: unknown }[]>(
        `SELECT json_agg(t ORDER BY t::text) AS all FROM (SELECT *, xmin::text AS written FROM "${table}") t`,
      ),
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]?.all ?? null]));
}

async function countJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM graphile_worker._private_jobs`;
  return Number(row?.count ?? 0);
}
