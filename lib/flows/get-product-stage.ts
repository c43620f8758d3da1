import type { Reading } from '@/lib/core/context';

/** Where a product stands in public: its drops, its boards and what was said there last. Two statements. */
export async function getProductStage({ db, now }: Reading, { productId }: { productId: string }) {
  const [drops, boards] = await Promise.all([
    db.drop.findMany({
      where: { productId, announcedAt: { not: null, lte: now }, cancelledAt: null },
      orderBy: { announcedAt: 'desc' },
      take: 10,
      select: {
        slug: true, title: true, titleZh: true,
        waves: { orderBy: { number: 'asc' }, select: { opensAt: true, closesAt: true, allotments: { select: { units: true, remaining: true } } } },
      },
    }),
    db.board.findMany({
      where: { productId, visibility: 'PUBLIC' },
      orderBy: { position: 'asc' },
      take: 10,
      select: {
        slug: true, name: true, nameZh: true, description: true, descriptionZh: true,
        threadCount: true,
        threads: {
          where: { shown: true },
          orderBy: { lastPostAt: 'desc' },
          take: 6,
          select: { number: true, slug: true, title: true, lang: true, postCount: true, lastPostAt: true, author: { select: { name: true, avatar: true } } },
        },
      },
    }),
  ]);
  return { drops: drops.map(({ waves, ...drop }) => ({ ...drop, ...dropTimes(waves) })), boards };
}

export type ProductStage = Awaited<ReturnType<typeof getProductStage>>;

type Waves = { opensAt: Date; closesAt: Date; allotments: { units: number; remaining: number }[] }[];

function dropTimes(waves: Waves) {
  const allotments = waves.flatMap((wave) => wave.allotments);
  return {
    opensAt: waves[0]?.opensAt ?? null,
    closesAt: waves.at(-1)?.closesAt ?? null,
    units: allotments.reduce((sum, { units }) => sum + units, 0),
    remaining: allotments.reduce((sum, { remaining }) => sum + remaining, 0),
  };
}
