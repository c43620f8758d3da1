import { declareSettings } from '@/lib/core/shop-settings';

import { initialPhoneRule, phoneRule } from '../choices/phone-rule';

/** Whose phones are sent codes, and how many a day. */
export const phoneSettings = declareSettings({
  name: 'phone',
  schema: phoneRule,
  initial: initialPhoneRule,
  permission: 'members.setPhoneRule',
});
