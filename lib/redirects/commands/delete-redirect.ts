import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { redirectsTag } from '../choices';
import { canEditRedirects } from '../policy';
import type { DeleteRedirect } from '../schema';

/** Deletes a redirect: its address leads nowhere from then on, or where the program's own rules lead it. Refuses who saw an older version. */
export async function deleteRedirect(ctx: Ctx, { redirectId: id, shown }: DeleteRedirect): Promise<void> {
  allow(canEditRedirects(ctx.actor));
  const { fromPath, to } = found(
    await ctx.db.redirect.findUnique({ where: { id }, select: { fromPath: true, to: true } }),
  );
  const { count } = await ctx.db.redirect.deleteMany({ where: { id, version: shown } });
  if (count === 0) throw new Refused('redirect-changed');
  await audit(ctx, { act: 'redirect.delete', subject: ['redirect', id], detail: { from: fromPath, to } });
  ctx.touch(redirectsTag);
}
