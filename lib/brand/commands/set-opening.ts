import { may, memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { openingTag, readOpening } from '@/lib/core/opening';

type Opening = { shown: number; open: boolean; line: string; lineZh: string; reason: string };

/**
 * Opens the site to everybody or closes it, and writes the line that guests read while it is closed. Refuses who saw an older
 * version; of two at once one is refused by the number of its version.
 */
export async function setOpening(ctx: Ctx, { shown, ...wish }: Opening): Promise<{ version: number; open: boolean }> {
  allow(may(ctx.actor, 'brand.open'));
  const before = await readOpening(ctx.db);
  if (before.version !== shown) throw changed();
  const isSame = before.open === wish.open && before.line.en === wish.line && before.line.zh === wish.lineZh;
  if (isSame) return { version: shown, open: before.open };
  const version = shown + 1;
  const row = { version, ...wish, actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.brandOpening.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw changed();
  ctx.touch(openingTag);
  const act = before.open === wish.open ? 'brand.closedLine' : wish.open ? 'brand.open' : 'brand.close';
  await audit(ctx, { act, subject: ['brand', `opening ${version}`], reason: wish.reason, detail: { version } });
  return { version, open: wish.open };
}

const changed = () => new Refused('opening-changed', 'somebody else opened or closed the site meanwhile');
