import type { Ctx } from '@/lib/core/context';
import { saveSettings } from '@/lib/core/shop-settings';

import type { TrustRule } from '../choices/trust-rule';
import { trustSettings } from '../trust-settings';

/** Sets what each trust level takes from now on: nobody loses a level by it. Refuses as saveSettings does. */
export async function setTrustRule(ctx: Ctx, { shown, ...data }: TrustRule & { shown: number }): Promise<void> {
  await saveSettings(ctx, trustSettings, { shown, data });
}
