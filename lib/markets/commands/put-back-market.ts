import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { firstMarket, marketData } from '@/lib/core/market';

import { saveMarket } from './save-market';

type Input = { version: number; shown: number; locale: Locale };

/** Puts an older version of the market back, as a new one with the same data; the versions between them stay in the history. */
export async function putBackMarket(ctx: Ctx, { version: from, ...shown }: Input): Promise<{ version: number }> {
  allow(may(ctx.actor, 'markets.manage'));
  const old = found(
    await ctx.db.marketVersion.findUnique({
      where: { market_version: { market: firstMarket, version: from } },
      select: { data: true },
    }),
  );
  return saveMarket(ctx, { ...shown, data: marketData.parse(old.data), from });
}
