import type { Reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';

import { isPhoneFresh } from '../commands/phone-holder';
import { siteDayKeys } from '../phone/spend';

/** What a browser that asked for a code to a phone is asked next: the code, a name for its new account, or whose the account is. */
export type WaitingPhone = { phone: string; step: 'code' | 'new' | 'question' };

/** Where a code was sent, and what comes next, for the page that asks for it; null where nothing waits. */
export async function getWaitingPhone(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { codeId }: { codeId: string | undefined },
): Promise<WaitingPhone | null> {
  if (!codeId || !isUuid(codeId)) return null;
  const row = await db.phoneCode.findFirst({
    where: { id: codeId, purpose: 'ENTER', usedAt: null, expiresAt: { gt: now } },
    select: { phone: true, provedAt: true },
  });
  if (!row) return null;
  const { phone, provedAt } = row;
  // Only who has proved the number learns whether an account has it.
  if (!provedAt) return { phone, step: 'code' };
  const holder = await db.member.findUnique({ where: { phone }, select: { id: true } });
  return { phone, step: holder ? 'question' : 'new' };
}

/**
 * The number by which a member signs in, for their own eyes: `old` where it was not proved for long, `last` where nothing else leads into the
 * account.
 */
export async function getOwnPhone({ db, now }: Pick<Reading, 'db' | 'now'>, { memberId }: { memberId: string }) {
  const { phone, phoneProvedAt, email, passwordHash, signInAccounts } = await db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      ...{ phone: true, phoneProvedAt: true, email: true, passwordHash: true },
      signInAccounts: { select: { provider: true }, take: 1 },
    },
  });
  return {
    phone,
    provedAt: phoneProvedAt,
    old: phoneProvedAt !== null && !isPhoneFresh({ phoneProvedAt }, now),
    last: email === null && signInAccounts.length === 0,
    /** What is asked before a way of signing in is changed. */
    proof: passwordHash !== null ? ('password' as const) : email === null && phone !== null ? ('phone' as const) : null,
  };
}

export type OwnPhone = Awaited<ReturnType<typeof getOwnPhone>>;

/** How many codes went to phones since their day began: for new browsers, and for those that are known. */
export async function countSentToday({ db, now }: Pick<Reading, 'db' | 'now'>): Promise<number[]> {
  const rows = await db.rateBucket.findMany({
    where: { key: { in: [...siteDayKeys] }, resetsAt: { gt: now } },
    select: { key: true, count: true },
  });
  return siteDayKeys.map((key) => rows.find((row) => row.key === key)?.count ?? 0);
}
