import type { Reading } from '@/lib/core/context';
import { localeFrom } from '@/lib/core/locale';

/** What a sign-up that still waits for its code was asked with; null when it waits no more. */
export async function getWaitingSignUp({ db, now }: Pick<Reading, 'db' | 'now'>, { codeId }: { codeId: string }) {
  const row = await db.emailCode.findFirst({
    where: { id: codeId, purpose: 'SIGN_UP', usedAt: null, expiresAt: { gt: now } },
    select: { email: true, handle: true, name: true, passwordHash: true, locale: true },
  });
  if (!row?.handle || !row.name || !row.passwordHash) return null;
  const { email, handle, name, passwordHash } = row;
  return { email, handle, name, passwordHash, locale: localeFrom(row.locale) };
}

/** To whom a code was mailed: the address, and the handle of its member if there is one. */
export async function getCodeHolder(
  { db }: Pick<Reading, 'db'>,
  { codeId }: { codeId: string },
): Promise<{ email: string; handle: string } | null> {
  const row = await db.emailCode.findUnique({
    where: { id: codeId },
    select: { email: true, member: { select: { handle: true } } },
  });
  return row && { email: row.email, handle: row.member?.handle ?? '' };
}
