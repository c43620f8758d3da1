import type { Reading } from '@/lib/core/context';

/** The question that a product asks its owners now; null while it asks none. */
export async function getOwnerQuestion({ db }: Reading, { productId }: { productId: string }) {
  return db.ownerQuestion.findFirst({
    where: { productId, active: true },
    orderBy: { createdAt: 'desc' },
    select: { text: true, textZh: true, afterDays: true },
  });
}

export type OwnerQuestion = NonNullable<Awaited<ReturnType<typeof getOwnerQuestion>>>;
