import type { Reading } from '@/lib/core/context';

/** The second factor that a member has: since when, how many recovery codes are left, and whether there is a password to change it by. */
export async function getOwnFactor({ db }: Pick<Reading, 'db'>, { memberId }: { memberId: string }) {
  const [member, codesLeft] = await Promise.all([
    db.member.findUnique({
      where: { id: memberId },
      select: { passwordHash: true, authenticator: { select: { since: true } } },
    }),
    db.recoveryCode.count({ where: { memberId, usedAt: null } }),
  ]);
  return { since: member?.authenticator?.since ?? null, codesLeft, hasPassword: Boolean(member?.passwordHash) };
}
