import type { Reading } from '@/lib/core/context';

/** The second factor that a member has: since when, and how many recovery codes are left. */
export async function getOwnFactor({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }) {
  const [app, codesLeft] = await Promise.all([
    db.authenticator.findUnique({ where: { memberId }, select: { since: true } }),
    db.recoveryCode.count({ where: { memberId, usedAt: null } }),
  ]);
  return { since: app?.since ?? null, codesLeft };
}
