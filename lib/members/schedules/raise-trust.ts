import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { currentSettings } from '@/lib/core/shop-settings';

import { raiseTrust as raise } from '../sql';
import { trustSettings } from '../trust-settings';

/** Raises the trust of members who were here lately and have earned it. Returns how many rose. */
export async function raiseTrust(now: Date): Promise<number> {
  return inTransaction(
    system,
    async (ctx) => {
      const risen = await raise(ctx.db, now, await currentSettings(trustSettings, ctx.db));
      ctx.touch(...risen.map(({ handle }) => `member:${handle}`));
      return risen.length;
    },
    { now },
  );
}
