import type { Reading } from '@/lib/core/context';
import type { Prisma } from '@/lib/core/prisma-client/client';
import { releaseVersion } from '@/lib/feedback/published';
import { memberName } from '@/lib/members/published';
import { ownershipEnd, wasReturned } from '@/lib/ownership/published';

const shownFields = {
  id: true,
  memberId: true,
  productId: true,
  rating: true,
  title: true,
  body: true,
  pros: true,
  cons: true,
  lang: true,
  helpful: true,
  createdAt: true,
  editedAt: true,
  release: { select: releaseVersion },
  member: { select: memberName },
  photos: { orderBy: { position: 'asc' }, select: { path: true, file: { select: { width: true, height: true } } } },
  answer: { select: { body: true, at: true, editedAt: true } },
  ownership: { select: ownershipEnd },
} as const satisfies Prisma.ReviewSelect;

type Row = Prisma.ReviewGetPayload<{ select: typeof shownFields }>;

/** A review as everybody reads it. `returned` says that its writer gave the product back and owns none of it now. */
export type ShownReview = Omit<Row, 'ownership' | 'memberId' | 'productId'> & { returned: boolean };

type Wanted = Pick<Prisma.ReviewFindManyArgs, 'orderBy' | 'take'> & { where: Prisma.ReviewWhereInput };

/** Shown reviews under further conditions. One statement, and one more where a writer owns the unit no more that made them an owner. */
export async function readShown({ db }: Pick<Reading, 'db'>, { where, ...wanted }: Wanted): Promise<ShownReview[]> {
  const rows = await db.review.findMany({ where: { ...where, state: 'SHOWN' }, ...wanted, select: shownFields });
  const ended = rows.filter(({ ownership }) => wasReturned(ownership));
  const owning = await owningStill(db, ended);
  return rows.map(({ ownership, memberId, productId, ...row }) => ({
    ...row,
    returned: wasReturned(ownership) && !owning.has(`${memberId} ${productId}`),
  }));
}

async function owningStill(db: Reading['db'], rows: Pick<Row, 'memberId' | 'productId'>[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const found = await db.$queryRaw<{ memberId: string; productId: string }[]>`
    SELECT DISTINCT o."memberId", o."productId" FROM ownership.current_owner o
    WHERE o."memberId" = ANY(${rows.map(({ memberId }) => memberId)}::uuid[]) AND o."productId" = ANY(${rows.map(({ productId }) => productId)}::uuid[])`;
  return new Set(found.map(({ memberId, productId }) => `${memberId} ${productId}`));
}
