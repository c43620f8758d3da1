import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { productName } from '@/lib/catalog/published';
import { numberedThread } from '@/lib/forum/published';

import type { IdeaStage, ReleaseKind } from '../schema';
import type { ProductName } from '../sql';

export type StaffRelease = {
  id: string;
  slug: string;
  kind: ReleaseKind;
  version: string;
  title: string;
  titleZh: string;
  createdAt: Date;
  publishedAt: Date | null;
  product: ProductName;
  ideas: number;
};

/** Drafts first, then what is published, newest first. */
export async function listStaffReleases({ db }: Reading): Promise<StaffRelease[]> {
  const rows = await db.release.findMany({
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    take: 60,
    select: {
      id: true,
      slug: true,
      kind: true,
      version: true,
      title: true,
      titleZh: true,
      createdAt: true,
      publishedAt: true,
      product: { select: productName },
      _count: { select: { ideas: true } },
    },
  });
  return rows.map(({ _count, ...release }) => ({ ...release, ideas: _count.ideas }));
}

export type ShippableIdea = {
  id: string;
  title: string;
  number: number;
  stage: IdeaStage;
  votes: number;
  picked: boolean;
};

/** A release to write on, with the ideas it may ship. */
export async function getStaffRelease({ db }: Reading, { id }: { id: string }) {
  if (!isUuid(id)) return null;
  const release = await db.release.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      productId: true,
      kind: true,
      version: true,
      title: true,
      titleZh: true,
      markdown: true,
      markdownZh: true,
      publishedAt: true,
      revision: true,
      product: { select: productName },
    },
  });
  return (
    release && {
      ...release,
      ideas: await listShippable({ db }, { productId: release.productId, releaseId: release.id }),
    }
  );
}

const mostIdeas = 100;

/** Ideas of a product that a release may ship, those that are furthest first. */
export async function listShippable(
  { db }: Pick<Reading, 'db'>,
  { productId, releaseId }: { productId: string; releaseId?: string },
): Promise<ShippableIdea[]> {
  const rows = await db.idea.findMany({
    where: {
      productId,
      OR: [
        { stage: { in: ['ACCEPTED', 'PLANNED', 'STARTED'] }, releaseId: null },
        ...(releaseId ? [{ releaseId }] : []),
      ],
    },
    orderBy: [{ stage: 'desc' }, { voteCount: 'desc' }, { id: 'asc' }],
    take: mostIdeas,
    select: { id: true, stage: true, voteCount: true, releaseId: true, thread: { select: numberedThread } },
  });
  return rows.map(({ id, stage, voteCount, thread, releaseId: at }) => ({
    id,
    stage,
    votes: voteCount,
    ...thread,
    picked: !!releaseId && at === releaseId,
  }));
}
