import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { isNarrowed, mostCounted, mostFound, searchedWords } from '@/lib/core/list';
import { foundIn, inOrderOf, readListPage, type Found, type ListPage } from '@/lib/core/list-page';
import { literalPattern } from '@/lib/core/like-pattern';
import { productName } from '@/lib/catalog/published';
import { numberedThread } from '@/lib/forum/published';

import { releaseList, type AskedReleases } from '../list';
import { canRelease } from '../policy';
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

type Wanted = { asked: AskedReleases; zone: string };

/** One page of releases for staff, drafts among them. */
export async function listStaffReleases(
  reading: Reading,
  { asked, zone }: Wanted,
): Promise<{ rows: StaffRelease[]; page: ListPage; cut: boolean }> {
  if (!canRelease(reading.actor)) return { rows: [], page: { ids: [], count: 0 }, cut: false };
  const found = await findReleases(reading, asked);
  const page = await readListPage(releaseList, asked, { db: reading.db, zone, found });
  const rows = page.ids.length > 0 ? inOrderOf(page.ids, await readRows(reading, page.ids)) : [];
  return { rows, page, cut: found.cut };
}

/**
 * The releases that words leave (parts of a title or a version) and that are published or are not, the newest of them where there are very
 * many; each further filter is asked here too, so that it makes more of them reachable.
 */
async function findReleases({ db }: Pick<Reading, 'db'>, asked: Pick<AskedReleases, 'q' | 'filters'>): Promise<Found> {
  if (!isNarrowed(releaseList, asked)) return { ids: [], cut: false };
  const { product: productId, kind, state } = asked.filters;
  const words = searchedWords(asked.q);
  const rows = await db.release.findMany({
    where: {
      ...(productId && { productId }),
      ...(kind && { kind: kind as ReleaseKind }),
      ...(state && { publishedAt: state === 'draft' ? null : { not: null } }),
      AND: words.map((word) => ({ OR: (['title', 'titleZh', 'version'] as const).map((name) => has(name, word)) })),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: mostFound + 1,
    select: { id: true },
  });
  return foundIn(rows);
}

const has = (name: string, word: string) => ({ [name]: { contains: literalPattern(word), mode: 'insensitive' } });

/** How many releases are drafts, as far as counts go. */
export async function countDraftReleases({ db, actor }: Reading): Promise<number> {
  if (!canRelease(actor)) return 0;
  return (await db.release.findMany({ where: { publishedAt: null }, take: mostCounted, select: { id: true } })).length;
}

async function readRows({ db }: Pick<Reading, 'db'>, ids: string[]): Promise<StaffRelease[]> {
  const rows = await db.release.findMany({
    where: { id: { in: ids } },
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
