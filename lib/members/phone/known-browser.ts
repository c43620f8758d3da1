import { db } from '@/lib/core/db';

import { knownDevice } from '../device';

/**
 * A browser that an account signed in with by this number before has budgets of its own, which no stranger can use up. It is one of this
 * account: whoever had the number before, or gets it later, is a stranger.
 */
export const phoneDevice = (number: string, memberId: string): string => `tel:${number}:${memberId}`;

/** The browser's id where the account that has a number now signed in by it there before, else null. */
export async function knownByPhone(device: string | undefined, number: string): Promise<string | null> {
  if (!device) return null;
  const holder = await db.member.findUnique({ where: { phone: number }, select: { id: true, sessionVersion: true } });
  return holder && knownDevice(device, phoneDevice(number, holder.id), holder.sessionVersion);
}
