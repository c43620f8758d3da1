import type { Ctx } from '@/lib/core/context';
import { saveSettings } from '@/lib/core/shop-settings';

import type { PhoneRule } from '../choices/phone-rule';
import { phoneSettings } from '../phone/settings';

/** Sets whose phones are sent codes, and how many a day. Refuses as saveSettings does. */
export async function setPhoneRule(ctx: Ctx, { shown, ...data }: PhoneRule & { shown: number }): Promise<void> {
  await saveSettings(ctx, phoneSettings, { shown, data });
}
