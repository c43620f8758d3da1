import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';

import { getOldTerms } from '../queries/old-version';
import { saveMarket } from './save-market';

type Input = { version: number; shown: number; locale: Locale };

/**
 * Puts an older version of the market back, as a new one with the same data; the versions between them stay in the history. Whether the
 * places that it names are still known, the flow asks.
 */
export async function putBackMarket(ctx: Ctx, { version: from, ...shown }: Input): Promise<{ version: number }> {
  allow(may(ctx.actor, 'markets.manage'));
  return saveMarket(ctx, { ...shown, data: await getOldTerms(ctx, from), from });
}
