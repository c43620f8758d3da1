import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { lockFCode } from '../f-codes/pool';
import { canRunDrops } from '../policy';

/** Takes an F-code back that nobody has used; its unit is free for another code. */
export async function revokeFCode(ctx: Ctx, { dropId, codeId }: { dropId: string; codeId: string }): Promise<void> {
  allow(canRunDrops(ctx.actor));
  const code = found(await lockFCode(ctx.db, { dropId, digest: null, id: codeId }), 'code');
  if (code.revokedAt) return;
  if (code.redeemedAt) throw new Refused('f-code-used', 'It has been used');
  await ctx.db.fCode.update({ where: { id: codeId }, data: { revokedAt: ctx.now } });
  await audit(ctx, { act: 'drop.revokeFCode', subject: ['drop', dropId], detail: { codeId } });
}
