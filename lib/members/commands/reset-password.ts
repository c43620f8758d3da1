import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';

import type { Proved } from './confirm-sign-up';
import { lockMember } from './end-pending-codes';
import { endSessions } from './end-sessions';
import { useCode } from './use-code';

/** Sets a new password by a mailed code; the address is proved by it, and every session ends. */
export async function resetPassword(
  ctx: Ctx,
  { codeId, passwordHash }: { codeId: string; passwordHash: string },
): Promise<Proved & { email: string; joined: boolean }> {
  const asked = await ctx.db.emailCode.findUnique({ where: { id: codeId }, select: { memberId: true } });
  if (asked?.memberId) await lockMember(ctx, { memberId: asked.memberId });
  const { memberId, email } = await useCode(ctx, { codeId, purpose: 'RESET_PASSWORD' });
  // The address may have moved to another account since the code was mailed.
  const before = memberId
    ? await ctx.db.member.findUnique({ where: { id: memberId, email }, select: { emailVerifiedAt: true } })
    : null;
  if (!memberId || !before) throw new Refused('code-expired', 'address moved', { field: 'code' });
  await ctx.db.member.update({
    where: { id: memberId },
    data: { passwordHash, emailVerifiedAt: before.emailVerifiedAt ?? ctx.now },
  });
  const { version } = await endSessions(ctx, { memberId });
  const joined = !before.emailVerifiedAt;
  await (joined ? ctx.emit('member.joined', { memberId }) : ctx.emit('member.passwordReset', { memberId }));
  return { memberId, version, email, joined };
}
