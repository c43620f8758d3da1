import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { ifTaken } from '@/lib/core/if-taken';
import { after, day } from '@/lib/core/time';

import { endPendingCodes } from './end-pending-codes';

/** How long a number that was proved is taken for its owner's: no carrier gives one to somebody else sooner (the FCC: 45 days). */
export const phoneFreshMs = 45 * day;

export type PhoneHolder = {
  id: string;
  sessionVersion: number;
  phoneProvedAt: Date;
  /** Whether the account is entered by something else too: an address, or a provider. */
  otherWays: boolean;
};

/** The account that has a number, held until the commit; null where none has it. */
export async function lockPhoneHolder(ctx: Ctx, phone: string): Promise<PhoneHolder | null> {
  const rows = await ctx.db.$queryRaw<PhoneHolder[]>`
    SELECT m."id", m."sessionVersion", m."phoneProvedAt",
      m."email" IS NOT NULL OR EXISTS (SELECT FROM "SignInAccount" s WHERE s."memberId" = m."id") AS "otherWays"
    FROM "Member" m WHERE m."phone" = ${phone} FOR NO KEY UPDATE OF m`;
  return rows[0] ?? null;
}

/** Whether the number is surely still of the person who proved it. */
export const isPhoneFresh = ({ phoneProvedAt }: Pick<PhoneHolder, 'phoneProvedAt'>, now: Date): boolean =>
  after(phoneProvedAt, phoneFreshMs) > now;

/**
 * Takes a number from the account that has it, for who has proved to have it now: carriers give numbers to new people. The account is told, and
 * the audit log keeps it. Whoever calls holds the account, and has looked that its proof is old.
 */
export async function takePhoneFrom(ctx: Ctx, { id }: Pick<PhoneHolder, 'id'>): Promise<void> {
  await endPendingCodes(ctx, { memberId: id });
  await ctx.db.member.update({ where: { id }, data: { phone: null, phoneProvedAt: null }, select: { id: true } });
  await audit(ctx, { act: 'member.losePhone', subject: ['member', id] });
  await ctx.emit('phone.changed', { memberId: id, change: 'lost' });
}

/** Says that a number went to somebody else meanwhile, where that is why nothing could be written. */
export const phoneTaken = ifTaken('phone-taken', 'number taken meanwhile', { field: 'code' });
