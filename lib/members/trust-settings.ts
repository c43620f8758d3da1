import { declareSettings } from '@/lib/core/shop-settings';

import { initialTrustRule, trustRule } from './choices/trust-rule';

/** What each trust level takes. */
export const trustSettings = declareSettings({
  name: 'trust',
  schema: trustRule,
  initial: initialTrustRule,
  permission: 'members.setTrustRule',
});
