import type { Reading } from '@/lib/core/context';

/** Whose balance it is, for who tells them of it; null of a gift card. */
export async function getIssued({ db }: Pick<Reading, 'db'>, { accountId }: { accountId: string }) {
  return db.creditAccount.findFirst({
    where: { id: accountId, memberId: { not: null } },
    select: { memberId: true, currency: true },
  });
}
