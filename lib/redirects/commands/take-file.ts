import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, forbidden, found, Refused } from '@/lib/core/errors';

import { redirectsTag, type PlannedRow } from '../choices';
import { keptRows, readFileRows } from '../file-rows';
import { planRows } from '../plan';
import { canEditRedirects } from '../policy';
import type { RedirectFileKey } from '../schema';
import { inTurn } from './turns';
import { writeRedirects } from './write-redirects';

export type Taken = { added: number; changed: number; unchanged: number; refused: number };

/**
 * Takes over the file that the member has looked at, all of its rows but those that are refused, by the redirects as they stand at this
 * moment. Refuses one that was taken over already, and another one than was shown.
 */
export async function takeRedirectFile(ctx: Ctx, { key }: RedirectFileKey): Promise<Taken> {
  allow(canEditRedirects(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  const mine = ctx.actor.id;
  await inTurn(ctx);
  const file = found(
    await ctx.db.redirectFile.findUnique({
      where: { memberId: mine },
      select: { key: true, rows: true, takenAt: true },
    }),
  );
  if (file.key !== key || file.takenAt) throw new Refused('redirect-file-over');
  const planned = await planRows({ db: ctx.db }, readFileRows(file.rows));
  const of = (fate: PlannedRow['fate']) => planned.filter((row) => row.fate === fate);
  const [added, changed, refused] = [of('add'), of('change'), of('refused')];
  await writeRedirects(ctx, [...added, ...changed], mine);
  const counts = { added: added.length, changed: changed.length, unchanged: of('same').length };
  await ctx.db.redirectFile.update({
    where: { memberId: mine },
    data: { ...counts, takenAt: ctx.now, rows: keptRows(refused) },
    select: { key: true },
  });
  const detail = { added: added.length, changed: changed.length, refused: refused.length };
  await audit(ctx, { act: 'redirect.import', subject: ['redirect', key], detail });
  ctx.touch(redirectsTag);
  return { ...counts, refused: refused.length };
}

/** Throws away the file that the member has sent; what was taken over of it stays. */
export async function dropRedirectFile(ctx: Ctx, { key }: RedirectFileKey): Promise<void> {
  allow(canEditRedirects(ctx.actor));
  if (!isMember(ctx.actor)) throw forbidden();
  await ctx.db.redirectFile.deleteMany({ where: { memberId: ctx.actor.id, key } });
}
